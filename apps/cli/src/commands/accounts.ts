import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Accounts, type AuthTables } from '@app/platform';
import { Rejection } from '@app/decider';
import type { Foundation } from '../../../worker/src/foundation.js';
import type { Adding } from '../command.js';
import { personOfNip } from '../person-of-nip.js';

type Options = Readonly<{ nip: string; language: 'id' | 'en'; passwordStdin?: boolean }>;

/** `alur account`: who may sign in. What he may then do follows from the offices he holds. */
export const addAccounts: Adding = (program, { withAlur, say }) => {
  const account = program.command('account').description('who may sign in');
  const withAccounts = (work: (accounts: Accounts, alur: Foundation) => Promise<void>) =>
    withAlur(async (alur) => {
      const accounts = new Accounts(alur.db.withTables<AuthTables>());
      await accounts.open();
      await work(accounts, alur);
    });

  account
    .command('add')
    .description('let a person sign in, or give him another password; one is made up and shown unless it is given')
    .argument('<username>')
    .requiredOption('--nip <nip>', 'of a person who was taken over by an import')
    .option('--language <id|en>', 'of what he reads', language, 'id')
    .option('--password-stdin', 'take the password from standard input')
    .action((username: string, { nip, language: reads, passwordStdin }: Options) =>
      withAccounts(async (accounts, alur) => {
        if (!/^[a-z0-9][a-z0-9._-]{1,49}$/i.test(username))
          throw new Error('A username is 2 to 50 letters, digits, dots, dashes and underscores.');
        const personId = await personOfNip(alur, nip);
        if (!(await alur.vault.keysOf([personId])).has(personId)) throw new Error('This person was forgotten.');
        const given = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
        const password = given ?? randomBytes(12).toString('base64url');
        await accounts.upsert({ username, password, personId, language: reads }).catch(inWords);
        say(`${username.toLowerCase()} may sign in${given === undefined ? ` with the password ${password}` : ''}`);
      }),
    );

  account
    .command('list')
    .description('list the usernames')
    .action(() => withAccounts(async (accounts) => (await accounts.usernames()).forEach(say)));

  for (const [verb, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    account
      .command(verb)
      .description(disabled ? 'lock an account out, and end its sessions and tokens' : 'let a disabled account in again')
      .argument('<username>')
      .action((username: string) =>
        withAccounts(async (accounts) => {
          if (!(await accounts.usernames()).includes(username.toLowerCase())) throw new Error(`There is no account ${username}.`);
          await accounts.disable(username, disabled);
          say(`${username.toLowerCase()} is ${verb}d`);
        }),
      );
};

const language = (value: string): 'id' | 'en' => (value === 'en' ? 'en' : 'id');

const inWords = (error: unknown): never => {
  if (error instanceof Rejection && error.code === 'auth.weak-password')
    throw new Error('A password has 8 characters at least.', { cause: error });
  throw error;
};

import type { Rejection } from '@app/decider';
import { texts } from '@app/domain/policies';
import { streamOf } from '@app/domain/staffing';
import type { AuthTables } from '@app/platform';
import { openDomain } from '../../../worker/src/domain.js';
import type { Foundation } from '../../../worker/src/foundation.js';
import type { Adding, Cli } from '../command.js';
import { type Order, openForgetting, type Outlook } from '../forget-person.js';
import { personOfNip } from '../person-of-nip.js';
import { retentionOf, setRetention } from '../retention.js';

type Forget = Readonly<{ reason: string; by: string; yes?: boolean }>;
type Retaining = Readonly<{ years?: string; source?: string }>;

/** `alur people`: forgetting a person for good, and how long files are kept before that. */
export const addPeople: Adding = (program, cli) => {
  const { withAlur, say } = cli;
  const people = program
    .command('people')
    .description('personal data: forgetting who is out of service, and how long files are kept');

  people
    .command('forget')
    .description(
      'make the personal data of somebody who is out of service unreadable for ever; without --yes only shows what that means',
    )
    .argument('<who>', 'his NIP, or his id')
    .requiredOption('--reason <text>', 'why, and by which letter; it stays readable, so it names nobody')
    .requiredOption('--by <account>', 'the username of the administrator or head of HR who decides it')
    .option('--yes', 'do it; there is no way back')
    .action((who: string, options: Forget) => withAlur((alur) => forget(alur, who, options, cli)));

  people
    .command('retention')
    .description('show how long a file is kept after the end of service, or set it')
    .option('--years <number>', 'whole years, 0 to 200')
    .option('--source <text>', 'what says so: the number of the retention schedule (JRA)')
    .action(({ years, source }: Retaining) =>
      withAlur(async (alur) => {
        if ((years === undefined) !== (source === undefined)) throw new Error('--years and --source go together.');
        const { years: kept, source: by } =
          years === undefined || source === undefined ? await retentionOf(alur) : await setRetention(alur, years, source);
        say(`${kept} years after the end of service (${by})`);
      }),
    );
};

const forget = async (alur: Foundation, who: string, { reason, by, yes = false }: Forget, { say, fail }: Cli): Promise<void> => {
  const id = await personOf(alur, who);
  const order: Order = { id, reason, by: await deciderOf(alur, by), retention: await retentionOf(alur) };
  const forgetting = await openForgetting(alur);
  const outlook = await forgetting.look(order);
  const before = await forgetting.ordered(id);

  if (outlook.forgotten === 'erased') return say(`${id} was forgotten on ${before?.at.slice(0, 10)}: nothing is left to do.`);
  if (outlook.forgotten === 'no') {
    show(outlook, id, say);
    const refused = refusalsIn(outlook);
    for (const line of refused) say(`refused: ${line}`);
    if (refused.length > 0) return fail();
    if (!yes) return say('Nothing was changed. With --yes it is done, and there is no way back.');
    await forgetting.order(order);
    say('Recorded. It is going to be completed, also where this process ends now.');
  } else if (!yes)
    return say(`It was ordered on ${before?.at.slice(0, 10)} and is not completed yet. With --yes this waits for it.`);
  await forgetting.finish(id, (holder) => say(`Being done by ${holder} …`));
  say(
    `${id} is forgotten. \`alur verify\` shows that the chain is whole; backups from before still hold him: see docs/operations.md.`,
  );
};

const personOf = async (alur: Foundation, who: string): Promise<string> => {
  const id = who.trim().toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return personOfNip(alur, who);
  for await (const _first of alur.store.read(streamOf.person(alur.config.tenant, id))) return id;
  throw new Error(`Nobody with the id ${id} is known.`);
};

/** @throws Error in words where the account may not decide this */
const deciderOf = async (alur: Foundation, username: string): Promise<string> => {
  const account = await alur.db
    .withTables<AuthTables>()
    .selectFrom('app.accounts')
    .select(['person_id', 'disabled'])
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
  if (!account || account.disabled) throw new Error(`There is no account ${username} that may sign in.`);
  const { directory } = await openDomain(alur);
  const held = await directory.officesOf(account.person_id, alur.clock.today());
  if (!held.some(({ role }) => role === 'ADMIN' || role === 'HR_HEAD'))
    throw new Error(`${username} is neither head of HR nor an administrator.`);
  return account.person_id;
};

const show = ({ traces: { streams, types, files } }: Outlook, id: string, say: (line: string) => void): void => {
  const events = [...streams.values()].reduce((sum, count) => sum + count, 0);
  say(
    `${id}: ${events} events of ${streams.size} streams become unreadable in part; none is removed, and the chain stays whole.`,
  );
  const kinds = new Map<string, number>();
  for (const stream of streams.keys()) kinds.set(kindOf(stream), (kinds.get(kindOf(stream)) ?? 0) + 1);
  for (const [kind, count] of kinds) say(`  ${kind.padEnd(24)} ${count} ${count === 1 ? 'stream' : 'streams'}`);
  for (const [type, count] of types) say(`  ${type.padEnd(24)} ${count} ${count === 1 ? 'event' : 'events'}`);
  say(`  ${files.size} files of cases about nobody else, his accounts and sessions, and letters to and about him are removed`);
};

const refusalsIn = ({ refusal, obstacles }: Outlook): readonly string[] => [
  ...(refusal ? [inWords(refusal)] : []),
  ...obstacles.map(({ kind, what, status }) => `${obstacleWords[kind]} ${what} (${status})`),
];

const obstacleWords = {
  case: 'a case that concerns him is not over:',
  review: 'a review of a decision about him is not over:',
  duty: 'a duty about him is still owed:',
  office: 'he still holds the office',
} as const;

const inWords = ({ code, message, facts }: Rejection): string => {
  const text = Object.entries(texts).find(([key]) => key === code)?.[1].en ?? message;
  return `${text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name];
    return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
  })} (${code})`;
};

const kindOf = (stream: string): string => /^[^.]*\.([a-z]+)/.exec(stream)?.[1] ?? stream;

import { grantedOffices, type OfficeCommand } from '@app/domain/identity';
import { Rejection } from '@app/decider';
import { v7 as uuidv7 } from 'uuid';
import { openDomain } from '../../../worker/src/domain.js';
import type { Foundation } from '../../../worker/src/foundation.js';
import type { Adding } from '../command.js';
import { personOfNip } from '../person-of-nip.js';

type Grant = Readonly<{ nip: string; letter: string; from?: string; until?: string }>;
type Revoke = Readonly<{ nip: string; letter: string; on?: string }>;

/** `alur office`: the offices that do not come with a post. */
export const addOffices: Adding = (program, { withAlur, say }) => {
  const office = program
    .command('office')
    .description(`offices that are given by letter: ${grantedOffices.join(', ')}; all others come with a post`);

  office
    .command('grant')
    .description('give an office to a person')
    .argument('<office>')
    .requiredOption('--nip <nip>', 'who')
    .requiredOption('--letter <number>', 'what it rests on')
    .option('--from <YYYY-MM-DD>', 'the first day (today)')
    .option('--until <YYYY-MM-DD>', 'the last day (open)')
    .action((name: string, { nip, letter, from, until }: Grant) =>
      withAlur(async (alur) => {
        const person = await personOfNip(alur, nip);
        const begins = dayOr(from, alur.clock.today());
        const ends = until === undefined ? null : dayOr(until, '');
        const at = alur.clock.now();
        await execute(alur, { type: 'GrantOffice', data: { office: name, person, from: begins, until: ends, letter, at } });
        say(`${name} is given to ${nip} from ${begins}${ends ? ` until ${ends}` : ''}`);
      }),
    );

  office
    .command('revoke')
    .description('take an office back')
    .argument('<office>')
    .requiredOption('--nip <nip>', 'from whom')
    .requiredOption('--letter <number>', 'what it rests on')
    .option('--on <YYYY-MM-DD>', 'the first day on which it is no longer held (today)')
    .action((name: string, { nip, letter, on }: Revoke) =>
      withAlur(async (alur) => {
        const person = await personOfNip(alur, nip);
        const ends = dayOr(on, alur.clock.today());
        await execute(alur, { type: 'RevokeOffice', data: { office: name, person, on: ends, letter, at: alur.clock.now() } });
        say(`${name} is no longer held by ${nip} from ${ends}`);
      }),
    );
};

const execute = async (alur: Foundation, command: OfficeCommand): Promise<void> => {
  const { offices } = await openDomain(alur);
  const commandId = uuidv7();
  const meta = { actor: 'system:operator', commandId, correlationId: commandId, causationId: commandId };
  await offices.execute(command, { ...meta, at: alur.clock.now(), tenant: alur.config.tenant }).catch((error: unknown) => {
    if (!(error instanceof Rejection)) throw error;
    const known = error.code === 'identity.office-not-granted-here' ? ` Those that are given: ${grantedOffices.join(', ')}.` : '';
    throw new Error(`${error.message}${known}`, { cause: error });
  });
};

const dayOr = (given: string | undefined, otherwise: string): string => {
  const day = given ?? otherwise;
  const read = new Date(`${day}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)) return day;
  throw new Error(`${day} is no day: write it as 2026-12-31.`);
};

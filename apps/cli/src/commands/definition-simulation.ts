import { readFile } from 'node:fs/promises';
import { type Play, type Step, tryOut, type Wish } from '@app/domain/definitions';
import { type Command, InvalidArgumentError } from 'commander';
import type { Cli } from '../command.js';
import { definitionAt } from '../definition-source.js';

type Options = Readonly<{
  dossier?: string;
  count: number;
  seed: number;
  as?: string;
  at: Readonly<Record<string, string>>;
  holders: Readonly<Record<string, string>>;
  from?: string;
}>;

const plays: readonly Play[] = ['approve', 'reject', 'return', 'silence'];

/** `alur definitions simulate`: one case or many of a definition, with a cast of their own; no store is needed for a file. */
export const addSimulation = (definitions: Command, cli: Pick<Cli, 'withAlur' | 'say' | 'fail'>): void => {
  const { say, fail } = cli;
  definitions
    .command('simulate')
    .description('run cases with a cast of their own, and say which way they go')
    .argument('<what>', 'a file, or an id (leave, leave@2)')
    .option('--dossier <file>', 'JSON; what it leaves out is made up')
    .option('--count <number>', 'so many cases, each of its own seed', whole, 1)
    .option('--seed <number>', 'of the first', whole, 1)
    .option('--as <role>', 'who starts it')
    .option('--at <stage=deed...>', `what is done at a stage: ${plays.join(', ')}`, pair, {})
    .option('--holders <role=number...>', 'how many people hold a role; one where absent', pair, {})
    .option('--from <YYYY-MM-DD>', 'the day it starts (today)')
    .action(async (what: string, { dossier, count, seed, as, at, holders, from }: Options) => {
      const { loaded, folder } = await definitionAt(what, cli);
      const given = dossier === undefined ? {} : objectIn(await readFile(dossier, 'utf8'));
      const around = { startsAt: instantOf(from), calendar: folder.calendar };
      const wish: Omit<Wish, 'seed'> = {
        dossier: given,
        ...(as !== undefined && { as }),
        plays: Object.fromEntries(Object.entries(at).map(([stage, play]) => [stage, playOf(play)])),
        holders: Object.fromEntries(Object.entries(holders).map(([role, number]) => [role, whole(number)])),
      };
      for (let each = seed; each < seed + count; each++) {
        const { context, as: starter, simulation } = tryOut(folder.reader, loaded, { ...wish, seed: each }, around);
        say(`# seed ${each}, started by ${starter}: ${JSON.stringify(context)}`);
        for (const step of simulation.steps) say(lineOf(step));
        for (const { stage, role, why } of simulation.stuck ?? []) say(`  stuck at ${stage}: ${role} (${why})`);
        say(`  ${simulation.outcome} after ${simulation.workingDays} working days`);
        if (simulation.outcome === 'stuck') fail();
      }
    });
};

const lineOf = ({ on, what, stage, role, outcome, because, dueOn }: Step): string =>
  [
    `  ${on} ${what} ${stage}`,
    role !== undefined && `by ${role}`,
    outcome,
    because !== undefined && `because not: ${because}`,
    dueOn !== undefined && `due ${dueOn}`,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join('  ');

const whole = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
};

const pair = (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const [name, value] = text.split('=');
  if (!name || !value) throw new InvalidArgumentError('as name=value');
  return { ...before, [name]: value };
};

const playOf = (text: string): Play => {
  const play = plays.find((each) => each === text);
  if (!play) throw new Error(`${text} is none of ${plays.join(', ')}`);
  return play;
};

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('The dossier is no JSON object.');
  return { ...value };
};

const instantOf = (day: string | undefined): string => {
  if (day === undefined) return new Date().toISOString();
  const instant = new Date(`${day}T02:00:00.000Z`);
  if (Number.isNaN(instant.getTime())) throw new Error(`${day} is no day`);
  return instant.toISOString();
};

import type { OpenIncident } from '@app/event-store';
import { openPostgresIncidents } from '@app/event-store/adapters/postgres-incidents';
import type { Command } from 'commander';
import { openProjections } from '../../../worker/src/projections.js';
import type { Adding, Cli } from '../command.js';

/** `alur policies`: what is done because something happened, and what of it was put aside. */
export const addPolicies: Adding = (program, cli) => {
  const { withAlur, say, fail } = cli;
  const policies = program
    .command('policies')
    .description('what is done because something happened: how far each is, and what was put aside')
    .action(() =>
      withAlur(async (alur) => {
        const incidents = await openPostgresIncidents(alur.pool, openProjections(alur));
        for (const { name, checkpoint, parked } of await incidents.policies())
          say(`${name.padEnd(34)} at ${checkpoint ?? '0'}${parked > 0 ? `, ${parked} put aside` : ''}`);
        const open = (await incidents.open()).filter(({ kind }) => kind === 'policy');
        for (const each of open) say(lineOf(each));
        if (open.length > 0) fail();
      }),
    );
  addSettling(policies, cli, 'policy');
};

/** `retry NAME` and `skip NAME --reason …`, on what has stopped or was put aside. */
export const addSettling = (on: Command, { withAlur, say, fail }: Cli, kind: OpenIncident['kind']): void => {
  const settle = (
    choice: 'retry' | 'skip',
    name: string,
    { reason = '', event }: Readonly<{ reason?: string; event?: string }>,
  ) =>
    withAlur(async (alur) => {
      const runner = openProjections(alur);
      await runner.start();
      const incidents = await openPostgresIncidents(alur.pool, runner);
      const waiting = async () =>
        (await incidents.open()).filter(
          (each) => each.kind === kind && each.name === name && (event === undefined || each.incident.eventId === event),
        );
      const found = await waiting();
      if (found.length === 0) throw new Error(`Nothing of ${name} waits for a choice.`);
      for (const { id } of found) await incidents.resolve(id, { choice, reason, by: 'system:operator' });
      const left = choice === 'retry' && kind === 'policy' ? [] : await waiting();
      for (const each of left) say(lineOf(each));
      if (left.length > 0) fail();
      else
        say(choice === 'skip' ? `${name} goes on without it` : kind === 'policy' ? 'It is being tried again' : `${name} goes on`);
    });
  on.command('retry')
    .description('try the event again')
    .argument('<name>')
    .option('--reason <words>', 'kept with the choice')
    .option('--event <id>', 'only this one')
    .action((name: string, options: Readonly<{ reason?: string }>) => settle('retry', name, options));
  on.command('skip')
    .description('go on without the event, for ever')
    .argument('<name>')
    .requiredOption('--reason <words>', 'why; kept with the choice')
    .option('--event <id>', 'only this one')
    .action((name: string, options: Readonly<{ reason: string }>) => {
      if (options.reason.trim() === '') throw new Error('Say why: --reason');
      return settle('skip', name, options);
    });
};

const lineOf = ({ name, incident: { eventType, eventId, position, error } }: OpenIncident): string =>
  `${name}: ${eventType} ${eventId} at ${position}: ${error}`;

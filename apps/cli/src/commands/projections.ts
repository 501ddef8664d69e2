import type { ProjectionRunner } from '@app/event-store';
import { behindNow } from '../../../worker/src/behind.js';
import type { Foundation } from '../../../worker/src/foundation.js';
import { openProjections } from '../../../worker/src/projections.js';
import type { Adding, Cli } from '../command.js';
import { bar } from '../progress.js';
import { addSettling } from './incidents.js';

const tickMs = 200;

/** `alur projections` (and `alur rebuild`): the read models, making one again, and what to do about one that has stopped. */
export const addProjections: Adding = (program, cli) => {
  const { withAlur } = cli;
  const withRunner = (work: (runner: ProjectionRunner, alur: Foundation) => Promise<void>) =>
    withAlur(async (alur) => {
      const runner = openProjections(alur);
      await runner.start();
      await work(runner, alur);
    });
  const list = () => withRunner((runner, alur) => show(runner, alur, cli));
  const again = (names: string[]) => withRunner((runner, alur) => rebuild(runner, alur, names, cli));

  const projections = program.command('projections').description('the read models: how far each is').action(list);
  projections.command('list').description('how far each is, and how late').action(list);
  projections.command('status').description('the same').action(list);
  for (const [on, name] of [
    [projections, 'rebuild'],
    [program, 'rebuild'],
  ] as const)
    on.command(name)
      .description('make read models again from the events, beside the present ones')
      .argument('[names...]', 'which; all of them where none is named')
      .action(again);
  projections
    .command('cancel')
    .description('end a rebuild that is under way; the present one goes on')
    .argument('<name>')
    .action((name: string) => withRunner((runner) => runner.cancel(name)));
  addSettling(projections, cli, 'projection');
};

const show = async (runner: ProjectionRunner, { store, clock }: Foundation, { say, fail }: Cli): Promise<void> => {
  const [behind, holder] = [await behindNow(store, clock), await runner.holder()];
  say(
    `log at ${(await store.head()) ?? '0'}; ${holder ? `done by ${holder.host} (${holder.pid}) since ${holder.since}` : 'nobody does them'}`,
  );
  for (const { name, generation, state, checkpoint, incident } of await runner.status()) {
    const { events, seconds } = await behind(checkpoint);
    const late = seconds > 0 ? `, ${events ?? 'some'} events and ${seconds.toFixed(0)} s behind` : '';
    say(
      `${name.padEnd(26)} generation ${generation}  ${state.padEnd(8)} at ${checkpoint ?? '0'}${late}${incident ? `  ${incident.eventType} ${incident.eventId}: ${incident.error}` : ''}`,
    );
    if (state === 'stopped') fail();
  }
};

const rebuild = async (
  runner: ProjectionRunner,
  { store }: Foundation,
  names: readonly string[],
  { say }: Cli,
): Promise<void> => {
  const known = [...new Set((await runner.status()).map(({ name }) => name))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no read model ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  for (const name of names.length > 0 ? names : known) {
    const began = Date.now();
    const head = Number((await store.head()) ?? 0);
    const shown = bar(`of ${name}`, Number.isFinite(head) ? head : undefined);
    const look = async () => {
      const building = (await runner.status()).find((status) => status.name === name && status.state === 'building');
      if (building) shown.at(Number(building.checkpoint ?? 0) || 0);
    };
    const looking = setInterval(() => void look().catch(() => undefined), tickMs);
    await runner.rebuild(name).finally(() => {
      clearInterval(looking);
      shown.stop();
    });
    say(`${name} rebuilt in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
};

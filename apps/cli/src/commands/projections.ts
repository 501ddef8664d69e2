import type { ProjectionRunner } from '@app/event-store';
import { openProjections } from '../../../worker/src/projections.js';
import type { Foundation } from '../../../worker/src/foundation.js';
import type { Adding } from '../command.js';

/** `alur projections` and `alur rebuild`: the read models, and making one again. */
export const addProjections: Adding = (program, { withAlur, say, fail }) => {
  const withRunner = (work: (runner: ProjectionRunner, alur: Foundation) => Promise<void>) =>
    withAlur(async (alur) => {
      const runner = openProjections(alur);
      await runner.start();
      await work(runner, alur);
    });

  program
    .command('projections')
    .description('list the read models and how far each is')
    .action(() =>
      withRunner(async (runner, { store }) => {
        const head = (await store.head()) ?? '0';
        say(`log at ${head}`);
        for (const { name, generation, state, checkpoint, incident } of await runner.status()) {
          say(
            `${name.padEnd(26)} generation ${generation}  ${state.padEnd(8)} at ${checkpoint ?? '0'}${incident ? `  ${incident.error}` : ''}`,
          );
          if (state === 'stopped') fail();
        }
      }),
    );

  program
    .command('rebuild')
    .description('make read models again from the events, beside the present ones')
    .argument('[names...]', 'which; all of them where none is named')
    .action((names: string[]) =>
      withRunner(async (runner) => {
        const known = (await runner.status()).map(({ name }) => name);
        const unknown = names.filter((name) => !known.includes(name));
        if (unknown.length > 0) throw new Error(`There is no read model ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
        for (const name of names.length > 0 ? names : known) {
          const began = Date.now();
          await runner.rebuild(name);
          say(`${name} rebuilt in ${((Date.now() - began) / 1000).toFixed(1)} s`);
        }
      }),
    );
};

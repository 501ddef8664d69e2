import type { Recorded } from '@app/event-store';
import type { Adding } from '../command.js';
import { addExport } from './events-export.js';
import { addTakingIn } from './events-import.js';
import { addSwitch } from './events-switch.js';

type Options = Readonly<{ after?: string; type?: string[]; clear?: boolean }>;

/** `alur events`: the log, as JSON lines; `export` and `import` move it between stores. */
export const addEvents: Adding = (program, cli) => {
  const { withAlur, say } = cli;
  const events = program
    .command('events')
    .description('print events as JSON lines, as they are stored: what is personal stays encrypted')
    .argument('[stream]', 'one stream; otherwise the whole log in the order of its commits')
    .option('--after <position>', 'only what was recorded after a position')
    .option('--type <types...>', 'only these types')
    .option('--clear', 'decrypted and brought up to today’s versions; the output holds personal data')
    .action((stream: string | undefined, { after, type, clear }: Options) =>
      withAlur(async ({ store, codec }) => {
        const print = async (events: readonly Recorded[]) => {
          const shown = clear ? await codec.decode(events) : events;
          for (const { revision, ...event } of shown) say(JSON.stringify({ ...event, revision: String(revision) }));
        };
        if (stream) {
          for await (const event of store.read(stream)) if (!type || type.includes(event.type)) await print([event]);
          return;
        }
        for await (const batch of store.readAll(after, type ? { types: type } : {})) await print(batch);
      }),
    );
  addExport(events, cli);
  addTakingIn(events, cli);
  addSwitch(events, cli);
};

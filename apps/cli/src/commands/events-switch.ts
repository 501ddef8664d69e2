import { switchEventLog } from '../../../worker/src/event-log-switch.js';
import { openFoundation } from '../../../worker/src/foundation.js';
import { makeReadModels } from '../../../worker/src/projections.js';
import type { Adding } from '../command.js';
import { eventsElsewhere } from '../installation.js';
import { bar } from '../progress.js';
import { openStore } from '../stores.js';

/** `alur events switch`: the database goes on, with its events in another store. */
export const addSwitch: Adding = (events, { withDatabase, settings, say }) => {
  events
    .command('switch')
    .description(
      'make the database of the settings one whose events lie in an EventStoreDB, which an import has filled: accounts, papers and mail stay. While Alur is stopped',
    )
    .requiredOption('--to <url>', 'the EventStoreDB or KurrentDB, as EVENTSTORE_URL will name it')
    .action(({ to }: Readonly<{ to: string }>) => {
      const config = settings();
      if (config.profile === 'embedded')
        throw new Error('An EventStoreDB goes with a PostgreSQL of your own (DATABASE_URL), and this is the embedded one.');
      if (eventsElsewhere(config)) throw new Error('EVENTSTORE_URL is set: switch first, and set it then.');
      if (!/^(esdb|kurrentdb)(\+discover)?:/.test(to)) throw new Error(`${to} is not the address of an EventStoreDB.`);
      return withDatabase({ guest: false }, async (ground) => {
        const { store } = await openStore(ground, to);
        const shown = bar('events compared', undefined);
        const { connectionString } = ground;
        const same = await switchEventLog({ connectionString, tenant: config.tenant, to: store, tell: shown.at }).finally(
          shown.stop,
        );
        say(`${same} events are the same in both, in the same order. The database goes on with the EventStoreDB now.`);
        const alur = await openFoundation({ ...config, eventStoreUrl: to }, ground.log, ground.closing);
        say(`${await makeReadModels(alur)} read models are made again. Start every process with EVENTSTORE_URL.`);
      });
    });
};

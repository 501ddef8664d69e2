import { startEventStoreDb } from '../../../../test/support/eventstoredb/server.js';
import { itKeepsEvents } from '../event-store.contract.js';
import { openEventStoreDb } from './eventstoredb.js';

describe.each([
  ['23.10, which drops slow consumers', 'dropped'],
  ['24.2, which does not', 'catch up'],
] as const)('EventStoreDB %s', (_, slowConsumers) => {
  itKeepsEvents('EventStoreDB', async () => {
    const { connectionString, close } = await startEventStoreDb({ slowConsumers });
    const open = async () => openEventStoreDb({ connectionString });
    return { store: await open(), another: open, dispose: close };
  });
});

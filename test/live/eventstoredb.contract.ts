import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { itKeepsEvents } from '@app/event-store/testing';

/** The contract against a real server, by `npm run contract:eventstore`. It writes streams `contract.some-…` and leaves them there. */
const connectionString = process.env['EVENTSTORE_URL'];
if (!connectionString) throw new Error('EVENTSTORE_URL says which server.');

itKeepsEvents('the server of EVENTSTORE_URL', async () => {
  const open = async () => openEventStoreDb({ connectionString, streamPrefix: 'contract.' });
  return { store: await open(), another: open, dispose: async () => undefined };
});

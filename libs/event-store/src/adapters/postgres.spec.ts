import { itKeepsEvents } from '../event-store.contract.js';
import { testDatabase } from '../testing/test-database.js';
import { openPostgresEventStore } from './postgres.js';

itKeepsEvents('PostgreSQL', async () => {
  const { connectionString, close } = await testDatabase();
  const open = () => openPostgresEventStore({ connectionString });
  return { store: await open(), another: open, dispose: close };
});

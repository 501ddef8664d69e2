import { openPool } from '@app/event-store/adapters/pool';
import { testDatabase } from '@app/event-store/testing';
import { itKeepsBlobs } from '../blobs.contract.js';
import { PostgresBlobs } from './postgres-blobs.js';

itKeepsBlobs('PostgreSQL', async () => {
  const database = await testDatabase();
  const pool = openPool({ connectionString: database.connectionString, max: 3, name: 'blobs' });
  // Two processes that start at once both make the table.
  const [blobs] = await Promise.all([PostgresBlobs.open(pool), PostgresBlobs.open(pool)]);
  return {
    blobs,
    close: async () => {
      await pool.end();
      await database.close();
    },
  };
});

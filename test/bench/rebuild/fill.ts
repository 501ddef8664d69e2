import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { fillLog } from './log.js';

/** Fills the log in a process of its own, so that what that takes is not counted as the worker's memory. */
const [connectionString = '', masterKey = '', count = '0'] = process.argv.slice(2);
const pool = openPool({ connectionString, max: 2, name: 'fill' });
const store = await openPostgresEventStore({ connectionString });
await fillLog(connectionString, await openPostgresKeyVault(pool, Buffer.from(masterKey, 'hex')), Number(count));
await store.close();
await pool.end();

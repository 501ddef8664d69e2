import { policies } from '@app/domain/policies';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { policyLedger, policySchema } from '../../../libs/event-store/src/adapters/postgres-policy-ledger.js';
import { type AuthTables, createAuthTables } from '@app/platform';
import { Kysely, PostgresDialect } from 'kysely';
import { fillLog } from './log.js';

/** Fills the log in a process of its own, and says who is who in it. */
const [connectionString = '', masterKey = '', count = '0'] = process.argv.slice(2);
const pool = openPool({ connectionString, max: 2, name: 'fill' });
const store = await openPostgresEventStore({ connectionString });
const vault = await openPostgresKeyVault(pool, Buffer.from(masterKey, 'hex'));
const { accounts, target } = await fillLog(connectionString, vault, Number(count));
// What an api would have made before; the worker looks there for people's languages.
await createAuthTables(new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) }));
// Everything that is to happen upon these events has happened.
await pool.query(policySchema);
for (const { name } of policies) await policyLedger.register(pool, name, count);
process.stdout.write(`filled ${JSON.stringify({ accounts: Object.fromEntries(accounts), target })}\n`);
await store.close();
await pool.end();

import { itKeepsKeys } from '../keys.contract.js';
import { testDatabase } from '../testing/test-database.js';
import { openPool } from './pool.js';
import { openPostgresKeyVault } from './postgres-keys.js';

itKeepsKeys('PostgreSQL', async () => {
  const { connectionString, close } = await testDatabase();
  const pool = openPool({ connectionString, max: 2, name: 'keys' });
  return {
    open: (masterKey) => openPostgresKeyVault(pool, masterKey),
    dispose: async () => {
      await pool.end();
      await close();
    },
  };
});

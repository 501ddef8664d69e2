import pg from 'pg';
import { testDatabase } from './test-database.js';

describe('a test database', () => {
  it('is empty, its own, and gone afterwards', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    const client = new pg.Client({ connectionString: one.connectionString });
    await client.connect();
    expect((await client.query(`select count(*)::int as n from pg_tables where schemaname = 'public'`)).rows).toEqual([{ n: 0 }]);
    await client.end();
    expect(one.connectionString).not.toBe(two.connectionString);
    await one.close();
    await two.close();
    const late = new pg.Client({ connectionString: one.connectionString });
    late.on('error', () => undefined);
    await expect(late.connect()).rejects.toThrow('does not exist');
  });
});

import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { openPool } from './pool.js';

describe('a pool', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it('outlives a server that lets go of a connection in the hands of somebody who does not listen for it', async () => {
    const [pool, other] = ['taken', 'other'].map((name) =>
      openPool({ connectionString: database.connectionString, max: 1, name }),
    );
    if (!pool || !other) throw new Error('no pools');
    const taken = await pool.connect();
    expect(taken.listenerCount('error')).toBeGreaterThan(0); // else what follows ends the process
    const gone = new Promise<void>((resolve) => taken.once('end', resolve));
    await other.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alur taken'`);
    await gone;
    taken.release();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await Promise.all([pool.end(), other.end()]);
  });
});

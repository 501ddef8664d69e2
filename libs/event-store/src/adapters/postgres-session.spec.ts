import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { openPool } from './pool.js';
import { Session } from './postgres-session.js';

describe('a session that could not be set up', () => {
  let database!: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('costs no connection, however often it is tried', async () => {
    const pool = openPool({ connectionString: database.connectionString, max: 1, name: 'session' });
    const nothing = () => undefined;
    const broken = new Session(pool, 'spec', ['no channel'], nothing, nothing);
    for (let tries = 0; tries < 3; tries += 1) await expect(broken.tryOwn()).rejects.toThrow('syntax error');
    const sound = new Session(pool, 'spec', ['spec_channel'], nothing, nothing);
    expect(await sound.tryOwn()).toBe(true);
    sound.close();
    await pool.end();
  });
});

import type { Message } from '@app/decider';
import type pg from 'pg';
import { projection } from '../projection.js';
import { runnable } from '../projection-fold.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { openPool } from './pool.js';
import { clearAway, Generations } from './postgres-generations.js';

const named = (name: string) =>
  runnable(
    projection<Readonly<{ n: number }>, Message<'Counted', { n: number }>>({
      name,
      version: 1,
      columns: { n: 'integer' },
      key: ({ stream }) => stream,
      on: { Counted: (_, { data }) => data },
    }),
  );

describe('a read model that no version makes any more', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await testDatabase();
    pool = openPool({ connectionString: database.connectionString, max: 2, name: 'spec' });
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  const there = async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'rm' and tablename like '%\\_\\_g%'
       union select viewname from pg_views where schemaname = 'rm' union select name from rm.projections order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  const after = (hours: number, column: 'given_up_at' | 'updated_at') =>
    pool.query(`update rm.projections set ${column} = ${column} - make_interval(hours => $1)`, [hours]);
  const both = ['given_up', 'given_up__g1', 'kept', 'kept__g1'];

  it('is kept for a day, for whoever still reads it, and then let go of with its table and its view', async () => {
    const generations = new Generations(pool);
    await generations.prepare();
    await generations.open([named('kept'), named('given_up')]);
    await after(72, 'updated_at'); // nothing has happened for days
    await generations.open([named('kept')]);
    await generations.open([named('kept')]);
    expect(await there()).toEqual(both);
    await after(23, 'given_up_at');
    await generations.open([named('kept')]);
    expect(await there()).toEqual(both);
    await after(2, 'given_up_at');
    await generations.open([named('kept')]);
    expect(await there()).toEqual(['kept', 'kept__g1']);
  });

  it('is kept for another day where a version came back that makes it, or one goes on making it', async () => {
    const generations = new Generations(pool);
    const given = named('given_up');
    await generations.open([named('kept'), given]);
    await after(72, 'updated_at');
    await generations.open([named('kept')]);
    await after(25, 'given_up_at');
    await generations.open([named('kept'), given]);
    await generations.open([named('kept')]);
    expect(await there()).toEqual(both);
    await after(25, 'given_up_at');
    await pool.query(`update rm.projections set updated_at = now() where name = 'given_up'`);
    await generations.open([named('kept')]);
    expect(await there()).toEqual(both);
    await after(25, 'updated_at');
    await generations.open([named('kept')]);
    expect(await there()).toEqual(['kept', 'kept__g1']);
  });

  it('is known of in a registry of the version before as well', async () => {
    await pool.query('alter table rm.projections drop column given_up_at');
    const generations = new Generations(pool);
    await generations.prepare();
    await generations.open([named('kept')]);
    expect(await there()).toEqual(['kept', 'kept__g1']);
  });
});

describe('what is cleared away', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await testDatabase();
    pool = openPool({ connectionString: database.connectionString, max: 3, name: 'spec' });
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  const anew = async (generations: Generations, name: string) => {
    const track = await generations.begin(named(name));
    await generations.swap(track);
  };

  it('is every old table but the one that somebody reads, which is told and goes the next time', async () => {
    const generations = new Generations(pool);
    await generations.prepare();
    await generations.open([named('a'), named('b')]);
    const reader = await pool.connect();
    await reader.query('begin; lock table rm."a__g1" in access share mode');
    try {
      await anew(generations, 'a');
      await anew(generations, 'b');
      expect(await clearAway(pool, ['a', 'b'])).toEqual(['rm."a__g1"']);
    } finally {
      await reader.query('rollback');
      reader.release();
    }
    expect(await clearAway(pool, ['a', 'b'])).toEqual([]);
  });

  it('is told of a read model that no version makes any more, until its day has passed', async () => {
    expect(await clearAway(pool, ['a'])).toEqual(['rm."b__g2"']);
    await pool.query(
      `update rm.projections set given_up_at = given_up_at - interval '25 hours', updated_at = now() - interval '2 days'`,
    );
    expect(await clearAway(pool, ['a'])).toEqual([]);
  });
});

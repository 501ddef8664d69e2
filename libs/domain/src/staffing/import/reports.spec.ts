import { openPool } from '@app/event-store/adapters/pool';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { Kysely, PostgresDialect } from 'kysely';
import { remark } from './report.js';
import { type Ended, type ImportReportTables, kept, reportsInPostgres } from './reports.js';

const endedWith = (bad: number): Ended => ({
  status: 'failed',
  done: 0,
  total: 0,
  report: {
    ...{ units: 0, posts: 0, people: 0, rows: bad },
    bad: Array.from({ length: bad }, (_, row) => remark('PEGAWAI', row, 'NIP', '12', 'import.required')),
    warnings: [],
    ignored: [],
  },
});

describe('what became of an import', () => {
  let database: TestDatabase;
  let db: Kysely<ImportReportTables>;
  beforeAll(async () => {
    database = await testDatabase();
    const pool = openPool({ connectionString: database.connectionString, max: 2, name: 'spec' });
    db = new Kysely<ImportReportTables>({ dialect: new PostgresDialect({ pool }) });
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  it('is known to another process, and as it ended last', async () => {
    const [one, other] = [await reportsInPostgres(db), await reportsInPostgres(db)];
    await one.keep('a', endedWith(2));
    await one.keep('a', endedWith(3));
    expect(await other.find('a')).toEqual(endedWith(3));
    expect(await other.find('b')).toBeUndefined();
  });

  it('is not told any more once the same file is begun again, and a beginning without an end is nothing after a while', async () => {
    const [one, other] = [await reportsInPostgres(db), await reportsInPostgres(db)];
    await one.keep('again', endedWith(2));
    await one.begin('again');
    expect(await other.find('again')).toEqual({ status: 'running', done: 0, total: 0, report: null });
    const before = new Date(Date.now() - 3 * 60_000).toISOString();
    await db.withSchema('app').updateTable('import_reports').set({ ended_at: before }).where('sha256', '=', 'again').execute();
    expect(await other.find('again')).toBeUndefined();
    await one.keep('again', endedWith(1));
    expect(await other.find('again')).toEqual(endedWith(1));
    await one.drop('again');
    expect(await other.find('again')).toBeUndefined();
  });

  it('is kept for a while, of the newest imports, and with so many cells at most', async () => {
    const reports = await reportsInPostgres(db);
    await reports.keep('long', endedWith(kept.remarks + 1));
    expect((await reports.find('long'))?.report).toMatchObject({ rows: kept.remarks + 1, bad: { length: kept.remarks } });
    const old = new Date(Date.now() - (kept.days + 1) * 86_400_000).toISOString();
    await db.withSchema('app').updateTable('import_reports').set({ ended_at: old }).where('sha256', '=', 'long').execute();
    expect(await reports.find('long')).toBeUndefined();
    for (let n = 0; n <= kept.reports; n += 1) await reports.keep(`file ${n}`, endedWith(1));
    const rows = await db.withSchema('app').selectFrom('import_reports').select('sha256').execute();
    expect(rows).toHaveLength(kept.reports);
    expect(rows.map(({ sha256 }) => sha256)).not.toContain('long');
    expect(await reports.find('file 0')).toBeUndefined();
    expect(await reports.find(`file ${kept.reports}`)).toEqual(endedWith(1));
  });
});

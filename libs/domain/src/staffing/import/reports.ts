import { sql, type Kysely } from 'kysely';
import type { ImportReport } from './report.js';

/** How an import ended, and what was found in its file. */
export type Ended = Readonly<{ status: 'done' | 'failed'; done: number; total: number; report: ImportReport }>;

/** It has been begun, and how it ends is not known yet. */
export type Begun = Readonly<{ status: 'running'; done: number; total: number; report: null }>;

/** What became of imports, by the hash of the file: for whoever asks after a restart, or asks another process. */
export type ImportReports = Readonly<{
  /** How the same file ended before is told no longer. What is neither kept nor dropped afterwards is as if it had not been begun. */
  begin: (sha256: string) => Promise<void>;
  keep: (sha256: string, ended: Ended) => Promise<void>;
  drop: (sha256: string) => Promise<void>;
  find: (sha256: string) => Promise<Ended | Begun | undefined>;
}>;

export type ImportReportTables = { import_reports: { sha256: string; ended: Ended | Begun | string; ended_at: string } };

const begun: Begun = { status: 'running', done: 0, total: 0, report: null };
/** Checking a file takes seconds; once it is accepted, the log says that it is running. */
const begunForMs = 2 * 60_000;

/** Bad cells show what stands in them, which may be personal: they are kept no longer than they are of use, and not without end. */
export const kept = { days: 30, reports: 100, remarks: 5_000 } as const;

/** Keeps them in the table `app.import_reports`, which it makes where it is missing. */
export const reportsInPostgres = async (database: Kysely<ImportReportTables>): Promise<ImportReports> => {
  const db = database.withSchema('app');
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('alur import_reports'))`.execute(tx);
    await sql`create schema if not exists app`.execute(tx);
    await sql`create table if not exists app.import_reports (sha256 text primary key, ended json not null, ended_at timestamptz not null)`.execute(
      tx,
    );
  });
  const recent = () => new Date(Date.now() - kept.days * 86_400_000).toISOString();
  const clear = async () => {
    const newest = db.selectFrom('import_reports').select('sha256').orderBy('ended_at', 'desc').limit(kept.reports);
    await db
      .deleteFrom('import_reports')
      .where((where) => where.or([where('ended_at', '<', recent()), where('sha256', 'not in', newest)]))
      .execute();
  };
  const write = async (sha256: string, ended: Ended | Begun) => {
    const row = { ended: JSON.stringify(ended), ended_at: new Date().toISOString() };
    await db
      .insertInto('import_reports')
      .values({ sha256, ...row })
      .onConflict((on) => on.column('sha256').doUpdateSet(row))
      .execute();
    await clear();
  };
  await clear(); // also where no import follows
  return {
    begin: (sha256) => write(sha256, begun),
    keep: (sha256, ended) => write(sha256, shortened(ended)),
    drop: async (sha256) => void (await db.deleteFrom('import_reports').where('sha256', '=', sha256).execute()),
    find: async (sha256) => {
      const row = await db
        .selectFrom('import_reports')
        .select(['ended', 'ended_at'])
        .where('sha256', '=', sha256)
        .where('ended_at', '>=', recent())
        .executeTakeFirst();
      if (typeof row?.ended !== 'object') return undefined;
      const left = row.ended.status === 'running' && Date.now() - Date.parse(row.ended_at) > begunForMs;
      return left ? undefined : row.ended;
    },
  };
};

const shortened = ({ report, ...rest }: Ended): Ended => ({
  ...rest,
  report: { ...report, bad: report.bad.slice(0, kept.remarks), warnings: report.warnings.slice(0, kept.remarks) },
});

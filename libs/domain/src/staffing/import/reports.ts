import { sql, type Kysely } from 'kysely';
import type { ImportReport } from './report.js';

/** How an import ended, and what was found in its file. */
export type Ended = Readonly<{ status: 'done' | 'failed'; done: number; total: number; report: ImportReport }>;

/** What became of imports, by the hash of the file: for whoever asks after a restart, or asks another process. */
export type ImportReports = Readonly<{
  keep: (sha256: string, ended: Ended) => Promise<void>;
  find: (sha256: string) => Promise<Ended | undefined>;
}>;

export type ImportReportTables = { import_reports: { sha256: string; ended: Ended | string; ended_at: string } };

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
  await clear(); // also where no import follows
  return {
    keep: async (sha256, ended) => {
      const row = { ended: JSON.stringify(shortened(ended)), ended_at: new Date().toISOString() };
      await db
        .insertInto('import_reports')
        .values({ sha256, ...row })
        .onConflict((on) => on.column('sha256').doUpdateSet(row))
        .execute();
      await clear();
    },
    find: async (sha256) => {
      const row = await db
        .selectFrom('import_reports')
        .select('ended')
        .where('sha256', '=', sha256)
        .where('ended_at', '>=', recent())
        .executeTakeFirst();
      return typeof row?.ended === 'object' ? row.ended : undefined;
    },
  };
};

const shortened = ({ report, ...rest }: Ended): Ended => ({
  ...rest,
  report: { ...report, bad: report.bad.slice(0, kept.remarks), warnings: report.warnings.slice(0, kept.remarks) },
});

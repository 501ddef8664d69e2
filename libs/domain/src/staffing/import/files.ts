import { sql, type Kysely } from 'kysely';

/** Where the bytes of an accepted file are kept until it is carried out, so that it can be taken up again after a crash. */
export type ImportFiles = Readonly<{
  save: (sha256: string, bytes: Uint8Array) => Promise<void>;
  load: (sha256: string) => Promise<Uint8Array | undefined>;
  remove: (sha256: string) => Promise<void>;
  /** Those that are not carried out. */
  pending: () => Promise<readonly string[]>;
}>;

/** For tests, and for a process that needs no second start. */
export const filesInMemory = (): ImportFiles => {
  const files = new Map<string, Uint8Array>();
  return {
    save: async (sha256, bytes) => void files.set(sha256, bytes),
    load: async (sha256) => files.get(sha256),
    remove: async (sha256) => void files.delete(sha256),
    pending: async () => [...files.keys()],
  };
};

export type ImportTables = { import_files: { sha256: string; bytes: Uint8Array; saved_at: string } };

/** Keeps them in the table `app.import_files`, which it makes where it is missing. */
export const filesInPostgres = async (database: Kysely<ImportTables>): Promise<ImportFiles> => {
  const db = database.withSchema('app');
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('alur import_files'))`.execute(tx);
    await sql`create schema if not exists app`.execute(tx);
    await sql`create table if not exists app.import_files (sha256 text primary key, bytes bytea not null, saved_at timestamptz not null default now())`.execute(
      tx,
    );
  });
  return {
    save: async (sha256, bytes) => {
      await db
        .insertInto('import_files')
        .values({ sha256, bytes: Buffer.from(bytes), saved_at: new Date().toISOString() })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    load: async (sha256) =>
      (await db.selectFrom('import_files').select('bytes').where('sha256', '=', sha256).executeTakeFirst())?.bytes,
    remove: async (sha256) => void (await db.deleteFrom('import_files').where('sha256', '=', sha256).execute()),
    pending: async () =>
      (await db.selectFrom('import_files').select('sha256').orderBy('saved_at').execute()).map(({ sha256 }) => sha256),
  };
};

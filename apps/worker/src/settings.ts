import { type Kysely, sql } from 'kysely';

type SettingTables = { 'app.settings': { key: string; value: string } };

/** Few facts about this installation that are no events: whether it is a demo, and how far loading it came. */
export class Settings {
  private readonly db: Kysely<SettingTables>;

  constructor(db: Kysely<object>) {
    this.db = db.withTables<SettingTables>();
  }

  async open(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('alur.settings'))`.execute(tx);
      await sql`create schema if not exists app`.execute(tx);
      await sql`create table if not exists app.settings (key text primary key, value text not null)`.execute(tx);
    });
  }

  async read(key: string): Promise<string | undefined> {
    const row = await this.db.selectFrom('app.settings').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value;
  }

  async write(key: string, value: string): Promise<void> {
    await this.db
      .insertInto('app.settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  }
}

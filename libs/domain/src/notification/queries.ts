import type { Kysely } from 'kysely';
import type { MailOutboxTables } from './mail-outbox.js';
import type { NoticeRow } from './projections.js';

/** The read models of this context, and its outbox. `key` is the id. */
export type NotificationTables = Readonly<{ notices: NoticeRow & Readonly<{ key: string }> }> & MailOutboxTables;

type Page = Readonly<{ limit: number; /** The last row of the page before. */ after?: Readonly<{ at: string; id: string }> }>;

/** What a person was told, newest first; with `unread`, what he has not read of it. */
export const noticesOf = (
  db: Kysely<NotificationTables>,
  person: string,
  { limit, after, unread = false }: Page & Readonly<{ unread?: boolean }>,
): Promise<NoticeRow[]> => {
  let query = db
    .selectFrom('notices')
    .selectAll()
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (unread) query = query.where('read_at', 'is', null);
  if (after)
    query = query.where((where) =>
      where.or([where('at', '<', after.at), where.and([where('at', '=', after.at), where('id', '<', after.id)])]),
    );
  return query.execute();
};

/** Ids of what a person has not read. */
export const unreadOf = async (db: Kysely<NotificationTables>, person: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('notices').select('id').where('person', '=', person).where('read_at', 'is', null).execute();
  return rows.map(({ id }) => id);
};

/** The mail that was written, newest first: what an administrator looks at. */
export const mailOf = (db: Kysely<NotificationTables>, { limit, after }: Page) => {
  let query = db.selectFrom('mail_outbox').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
  if (after)
    query = query.where((where) =>
      where.or([where('at', '<', after.at), where.and([where('at', '=', after.at), where('id', '<', after.id)])]),
    );
  return query.execute();
};

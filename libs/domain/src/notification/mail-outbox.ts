import type { Generated, Kysely } from 'kysely';
import { sql } from 'kysely';
import { WaitingBatch } from '@app/event-store';
import type { Mail } from './mailer.js';

/** `kept`: there is no address, or no server is configured, so that this record is all there is. */
export type MailStatus = 'waiting' | 'sent' | 'kept';

type OutboxRow = Readonly<{
  /** The notice's id. */
  id: string;
  person: string;
  message_id: string;
  recipient: string | null;
  subject: string;
  text: string;
  at: string;
  status: MailStatus;
  /** How often it was handed over, counted before it is: the one that a crash cut off is counted too. */
  attempts: Generated<number>;
  next_at: string;
  sent_at: string | null;
  error: string | null;
}>;

export type MailOutboxTables = Readonly<{ mail_outbox: OutboxRow }>;
export type NewMail = Omit<Mail, 'to'> &
  Readonly<{ id: string; person: string; to: string | null; status: MailStatus; at: string; now: string }>;
export type WaitingMail = Mail & Readonly<{ id: string; attempts: number }>;

/** An advisory lock's number, so that two processes that start together do not make the table at once. */
const LOCK = 7_265_001;

/**
 * The record of every letter, in `app.mail_outbox`: what an administrator sees, and what is still to be handed over.
 * `at` is business time; `next_at` and `sent_at` are real.
 */
export class MailOutbox {
  /** Letters that are recorded at the same time are recorded together; this is what kept one from it. */
  readonly #recording = new WaitingBatch<NewMail, Error | undefined>((letters) => this.#record(letters));

  constructor(private readonly db: Kysely<MailOutboxTables>) {}

  /** Makes the table where there is none. */
  async open(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
      await sql`create schema if not exists app`.execute(tx);
      await sql`
        create table if not exists app.mail_outbox (
          id text primary key, person text not null, message_id text not null, recipient text, subject text not null, text text not null,
          at timestamptz not null, status text not null, attempts integer not null default 0, next_at timestamptz not null,
          sent_at timestamptz, error text
        )`.execute(tx);
      await sql`create index if not exists mail_outbox_waiting on app.mail_outbox (next_at) where status = 'waiting'`.execute(tx);
      await sql`create index if not exists mail_outbox_by_time on app.mail_outbox (at desc, id desc)`.execute(tx);
    });
  }

  /** Records a letter. One that is there already stays as it is. */
  async record(letter: NewMail): Promise<void> {
    const error = await this.#recording.get(letter);
    if (error) throw error;
  }

  async #record(letters: readonly NewMail[]): Promise<(letter: NewMail) => Error | undefined> {
    const refused = new Map<NewMail, Error>();
    try {
      await this.#insert(letters);
    } catch (error) {
      // One of them may be why: each by itself, so that it fails alone.
      if (letters.length === 1) throw error;
      for (const letter of letters) await this.#insert([letter]).catch((reason: Error) => refused.set(letter, reason));
    }
    return (letter) => refused.get(letter);
  }

  async #insert(letters: readonly NewMail[]): Promise<void> {
    const rows = letters.map(({ messageId, to, now, ...letter }) => ({
      ...letter,
      message_id: messageId,
      recipient: to,
      next_at: now,
    }));
    await sql`
      insert into mail_outbox (id, person, message_id, recipient, subject, text, at, status, next_at)
      select id, person, message_id, recipient, subject, text, at, status, next_at
      from json_to_recordset(${JSON.stringify(rows)}::json) as letter (
        id text, person text, message_id text, recipient text, subject text, text text,
        at timestamptz, status text, next_at timestamptz)
      on conflict (id) do nothing`.execute(this.db);
  }

  /** Takes the letters whose time has come, and counts the attempt. Another process leaves them alone for `lease` seconds. */
  async take(now: string, limit: number, leaseSeconds = 60): Promise<readonly WaitingMail[]> {
    const { rows } = await sql<{
      id: string;
      message_id: string;
      recipient: string;
      subject: string;
      text: string;
      attempts: number;
    }>`
      update mail_outbox set attempts = attempts + 1, next_at = ${now}::timestamptz + make_interval(secs => ${leaseSeconds})
      where id in (
        select id from mail_outbox where status = 'waiting' and next_at <= ${now}::timestamptz
        order by next_at, id limit ${limit} for update skip locked
      )
      returning id, message_id, recipient, subject, text, attempts`.execute(this.db);
    return rows.map(({ id, message_id, recipient, subject, text, attempts }) => ({
      id,
      messageId: message_id,
      to: recipient,
      subject,
      text,
      attempts,
    }));
  }

  /** Gives back what was taken and not handed over, as if it had never been taken. Only within the lease. */
  async giveBack(ids: readonly string[], now: string): Promise<void> {
    await sql`
      update mail_outbox set attempts = attempts - 1, next_at = ${now}::timestamptz
      where id = any(${ids}::text[]) and status = 'waiting'`.execute(this.db);
  }

  async sent(id: string, now: string): Promise<void> {
    await this.db.updateTable('mail_outbox').set({ status: 'sent', sent_at: now, error: null }).where('id', '=', id).execute();
  }

  async failed(id: string, error: string, nextAt: string): Promise<void> {
    await this.db
      .updateTable('mail_outbox')
      .set({ error, next_at: nextAt })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .execute();
  }
}

import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

export type ClaimTables = { 'app.answer_claims': { command_id: string; holder: string; until: string } };

export const claimSchema = sql`create table if not exists app.answer_claims (
  command_id uuid primary key,
  holder uuid not null,
  until timestamptz not null)`;

export type Claim = Readonly<{ release: () => Promise<void> }>;

/** How long a claim outlives a process that was killed. It is renewed three times as often. */
const leaseSeconds = 30;
const renewMs = (leaseSeconds * 1000) / 3;
const later = sql<string>`now() + make_interval(secs => ${leaseSeconds})`;

/**
 * Who of all processes is at a request. A row with an end, by the database's clock, and no lock: a lock would keep a connection for
 * as long as the work takes, and a handful of such requests would leave none for others. Whoever dies is followed when his claim ends.
 */
export class AnswerClaims {
  constructor(private readonly db: Kysely<ClaimTables>) {}

  /** `undefined` where another is at it. What is taken holds until it is released, or this process is gone. */
  async take(commandId: string): Promise<Claim | undefined> {
    const row = { holder: randomUUID(), until: later };
    const taken = await this.db
      .insertInto('app.answer_claims')
      .values({ command_id: commandId, ...row })
      .onConflict((conflict) =>
        conflict
          .column('command_id')
          .doUpdateSet(row)
          .where(sql<boolean>`app.answer_claims.until < now()`),
      )
      .returning('holder')
      .execute();
    if (taken.length === 0) return undefined;
    // What fails here is made good by the next one, or the claim ends and another process goes on.
    const renewing = setInterval(() => void this.renew(commandId, row.holder).catch(() => undefined), renewMs);
    renewing.unref();
    return {
      release: async () => {
        clearInterval(renewing);
        const mine = this.db.deleteFrom('app.answer_claims').where('holder', '=', row.holder).where('command_id', '=', commandId);
        await mine.execute().catch(() => undefined); // it ends by itself
      },
    };
  }

  /** Forgets what was left by processes that are gone, and never asked for again. */
  async clear(): Promise<void> {
    await this.db
      .deleteFrom('app.answer_claims')
      .where(sql<boolean>`until < now() - interval '1 day'`)
      .execute();
  }

  private async renew(commandId: string, holder: string): Promise<void> {
    const mine = this.db.updateTable('app.answer_claims').where('command_id', '=', commandId).where('holder', '=', holder);
    await mine.set({ until: later }).execute();
  }
}

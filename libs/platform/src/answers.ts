import { setTimeout as pause } from 'node:timers/promises';
import { Rejection } from '@app/decider';
import { type Kysely, sql } from 'kysely';
import { AnswerClaims, type ClaimTables, claimSchema } from './answer-claims.js';
import { openAnswer, sealAnswer } from './answer-seal.js';
import { Refusal } from './problem.js';

export type AnswerTables = ClaimTables & {
  'app.answers': { command_id: string; command_hash: string; answer: string; secret: boolean; at: string };
};

/** What a repeatable request is known by: the id that follows from its key, and the hash of what it asked. */
export type Repeatable = Readonly<{
  commandId: string;
  commandHash?: string;
  /** The key itself, where the answer holds a secret: it is kept sealed, and whoever does not know the key can't open it. */
  sealedBy?: string;
}>;

/** How long an answer is told again. One that holds a secret is of use to somebody whose connection broke, and not for long. */
export const answersKept = { days: 30, secretDays: 1 } as const;

const expired = sql<boolean>`app.answers.at < now() - make_interval(days => case when app.answers.secret
  then ${answersKept.secretDays}::integer else ${answersKept.days}::integer end)`;

type Manners = Readonly<{
  /** How long somebody waits for what another process is doing. */
  patienceMs: number;
  pause: (ms: number) => Promise<unknown>;
}>;

const lookMs = 250;

/**
 * What was answered to requests that are more than one command, or none: the same key again is answered as the first time, for
 * `answersKept`; after that it is asked anew, and what events it made are found by their ids and not made twice. A command of one
 * stream needs none of this, since its id is kept in the stream. Refusals are not kept: what was refused may be asked again.
 *
 * Of all processes one does the work, see `AnswerClaims`; where it dies, another takes over. Whoever was thought dead and was not
 * may have done it beside the other, and answers what was kept first.
 */
export class Answers {
  private readonly working = new Map<string, Promise<unknown>>();
  private readonly claims: AnswerClaims;

  /** @param masterKey seals what is secret, together with the key of its request */
  constructor(
    private readonly db: Kysely<AnswerTables>,
    private readonly masterKey: Buffer,
    private readonly manners: Manners = { patienceMs: 30_000, pause },
  ) {
    this.claims = new AnswerClaims(db.withTables<ClaimTables>());
  }

  /** Creates the tables. Call once, before anything else; several processes may do so at once. */
  async open(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('alur.answers'))`.execute(tx);
      await sql`create schema if not exists app`.execute(tx);
      await sql`create table if not exists app.answers (
        command_id uuid primary key,
        command_hash text not null,
        answer text not null,
        at timestamptz not null default now())`.execute(tx);
      await sql`alter table app.answers add column if not exists secret boolean not null default false`.execute(tx);
      await claimSchema.execute(tx);
    });
  }

  /**
   * Does the work the first time, and tells afterwards what it came to. Without a key it is done every time.
   * @throws Rejection `command.id-reused` (invalid) where the key was used for something else
   * @throws Refusal 503 `command.under-way` where another process is still at it
   */
  async once<Answer>(asked: Repeatable, work: () => Promise<Answer>): Promise<Answer> {
    const { commandId, commandHash } = asked;
    if (commandHash === undefined) return work();
    const key = `${commandId} ${commandHash}`;
    // Whoever repeats it while it is being done waits for the same.
    const doing = this.working.get(key) ?? this.toldOrDone({ ...asked, commandHash }, work);
    this.working.set(key, doing);
    const done = () => void this.working.delete(key);
    doing.then(done, done);
    return (await doing) as Answer; // what a command id stands for answers with one type
  }

  /** Forgets what is kept no longer. */
  async clear(): Promise<void> {
    await this.db.deleteFrom('app.answers').where(expired).execute();
    await this.claims.clear();
  }

  private async toldOrDone(asked: Keyed, work: () => Promise<unknown>): Promise<unknown> {
    for (let waited = 0; ; waited += lookMs) {
      const told = await this.told(asked);
      if (told) return told.answer;
      const claim = await this.claims.take(asked.commandId);
      if (claim)
        try {
          return await this.doneBy(asked, work);
        } finally {
          await claim.release();
        }
      if (waited >= this.manners.patienceMs) throw new Refusal(503, 'command.under-way', { retryAfter: 5 });
      await this.manners.pause(lookMs);
    }
  }

  private async doneBy(asked: Keyed, work: () => Promise<unknown>): Promise<unknown> {
    const told = await this.told(asked); // between the look and the claim
    if (told) return told.answer;
    const answer = await work();
    return (await this.keep(asked, answer)) ? answer : ((await this.told(asked)) ?? { answer }).answer;
  }

  /** Whether it is this answer that is kept. */
  private async keep({ commandId, commandHash, sealedBy }: Keyed, answer: unknown): Promise<boolean> {
    const text = JSON.stringify(answer);
    const row = {
      command_hash: commandHash,
      answer: sealedBy === undefined ? text : sealAnswer(this.masterKey, sealedBy, text),
      secret: sealedBy !== undefined,
      at: sql<string>`now()`,
    };
    const kept = await this.db
      .insertInto('app.answers')
      .values({ command_id: commandId, ...row })
      .onConflict((conflict) => conflict.column('command_id').doUpdateSet(row).where(expired))
      .returning('command_id')
      .execute();
    return kept.length > 0;
  }

  private async told({ commandId, commandHash, sealedBy }: Keyed): Promise<Readonly<{ answer: unknown }> | undefined> {
    const row = await this.db
      .selectFrom('app.answers')
      .select(['command_hash', 'answer', 'secret'])
      .where('command_id', '=', commandId)
      .where(sql<boolean>`not ${expired}`)
      .executeTakeFirst();
    if (row && row.command_hash !== commandHash)
      throw new Rejection('invalid', 'command.id-reused', 'This command id was used for another request.');
    const text = row?.secret ? openAnswer(this.masterKey, sealedBy ?? '', row.answer) : row?.answer;
    return text === undefined ? undefined : { answer: JSON.parse(text) };
  }
}

type Keyed = Repeatable & Readonly<{ commandHash: string }>;

import { Rejection } from '@app/decider';
import { type Kysely, sql } from 'kysely';

export type AnswerTables = {
  'app.answers': { command_id: string; command_hash: string; answer: string };
};

/** What a repeatable request is known by: the id that follows from its key, and the hash of what it asked. */
export type Repeatable = Readonly<{ commandId: string; commandHash?: string }>;

/**
 * What was answered to requests that are more than one command, or none: the same key again is answered as the first time. A command
 * of one stream needs none of this, since its id is kept in the stream. Refusals are not kept: what was refused may be asked again.
 */
export class Answers {
  private readonly working = new Map<string, Promise<unknown>>();

  constructor(private readonly db: Kysely<AnswerTables>) {}

  /** Creates the table. Call once, before anything else; several processes may do so at once. */
  async open(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('alur.answers'))`.execute(tx);
      await sql`create schema if not exists app`.execute(tx);
      await sql`create table if not exists app.answers (
        command_id uuid primary key,
        command_hash text not null,
        answer text not null,
        at timestamptz not null default now())`.execute(tx);
    });
  }

  /**
   * Does the work the first time, and tells afterwards what it came to. Without a key it is done every time.
   * @throws Rejection `command.id-reused` (invalid) where the key was used for something else
   */
  async once<Answer>({ commandId, commandHash }: Repeatable, work: () => Promise<Answer>): Promise<Answer> {
    if (commandHash === undefined) return work();
    const key = `${commandId} ${commandHash}`;
    // Whoever repeats it while it is being done waits for the same.
    const doing = this.working.get(key) ?? this.toldOrDone(commandId, commandHash, work);
    this.working.set(key, doing);
    const done = () => void this.working.delete(key);
    doing.then(done, done);
    return (await doing) as Answer; // what a command id stands for answers with one type
  }

  private async toldOrDone<Answer>(commandId: string, commandHash: string, work: () => Promise<Answer>): Promise<unknown> {
    const told = await this.told(commandId, commandHash);
    if (told !== undefined) return told;
    const answer = await work();
    await this.db
      .insertInto('app.answers')
      .values({ command_id: commandId, command_hash: commandHash, answer: JSON.stringify(answer) })
      .onConflict((conflict) => conflict.column('command_id').doNothing())
      .execute();
    return answer;
  }

  private async told(commandId: string, commandHash: string): Promise<unknown> {
    const row = await this.db.selectFrom('app.answers').selectAll().where('command_id', '=', commandId).executeTakeFirst();
    if (row && row.command_hash !== commandHash)
      throw new Rejection('invalid', 'command.id-reused', 'This command id was used for another request.');
    return row && JSON.parse(row.answer);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { progressChannel } from './postgres-projection-registry.js';

export const requestSchema = `
create table if not exists rm.projection_requests (
  id bigint generated always as identity primary key,
  verb text not null,
  name text not null,
  asked_at timestamptz not null default now(),
  taken_at timestamptz,
  done_at timestamptz,
  error text
);
alter table rm.projection_requests drop constraint if exists projection_requests_verb_check;
`;

export type Verb = 'rebuild' | 'retry' | 'cancel';

type Taken = Readonly<{ id: string; verb: Verb; name: string; taken: string }>;

/** How long what was done can be looked up; whoever asked for it has been told within a second. */
const kept = '1 day';

/** How long a request may lie before its asker takes it that nobody is there. */
const patienceMs = 10_000;

/** What is asked of the process that runs the projections by one that does not: the command line, a second api. */
export class Requests {
  private readonly atWork = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly carryOut: (verb: Verb, name: string) => Promise<void>,
  ) {}

  /** Resolves when it was carried out. @throws Error when it failed, or no process runs the projections */
  async ask(verb: Verb, name: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `with asked as (insert into rm.projection_requests (verb, name) values ($1, $2) returning id)
       select id, pg_notify('${progressChannel}', '{"asked":true}') from asked`,
      [verb, name],
    );
    const id = rows[0]?.id;
    for (const began = Date.now(); ;) {
      const { rows: found } = await this.pool.query<{ taken: boolean; done: boolean; error: string | null }>(
        'select taken_at is not null as taken, done_at is not null as done, error from rm.projection_requests where id = $1',
        [id],
      );
      const [state] = found;
      if (state?.error) throw new Error(state.error);
      if (!state || state.done) return;
      if (!state.taken && Date.now() - began > patienceMs) {
        await this.pool.query('delete from rm.projection_requests where id = $1 and taken_at is null', [id]);
        throw new Error('no process runs the projections at present');
      }
      await pause(100);
    }
  }

  /** What a process was at when it ended is to be done by this one: whoever asked waits for it still. */
  async takeOver(): Promise<void> {
    await this.pool.query(
      'update rm.projection_requests set taken_at = null where taken_at is not null and done_at is null and id <> all($1)',
      [[...this.atWork]],
    );
  }

  /** Carries out what was asked. Several may call it: each request is taken once. */
  async serve(): Promise<void> {
    for (;;) {
      const { rows } = await this.pool.query<Taken>(
        `update rm.projection_requests set taken_at = now()
         where id = (select id from rm.projection_requests where taken_at is null order by id limit 1 for update skip locked)
         returning id, verb, name, taken_at::text as taken`,
      );
      const [request] = rows;
      if (!request) return;
      await this.carryOutOne(request);
    }
  }

  /** @param taken when this process took it; another one may have done so since */
  private async carryOutOne({ id, verb, name, taken }: Taken): Promise<void> {
    this.atWork.add(id);
    try {
      const error = await this.carryOut(verb, name).then(
        () => null,
        (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
      );
      await this.pool.query(
        'update rm.projection_requests set done_at = now(), error = $2 where id = $1 and taken_at = $3::timestamptz',
        [id, error, taken],
      );
      await this.pool.query(`delete from rm.projection_requests where done_at < now() - interval '${kept}'`);
    } finally {
      this.atWork.delete(id);
    }
  }
}

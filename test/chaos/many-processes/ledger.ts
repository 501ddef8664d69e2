import type { Pool } from 'pg';
import { eventually } from '../../support/eventually.js';
import type { Life } from './load.js';

type Counted = Readonly<Record<string, number>>;

/** What the log and the tables say of it all afterwards. */
export class Ledger {
  constructor(
    private readonly pool: Pool,
    private readonly tenant: string,
  ) {}

  /** Resolves when policies and read models have handled everything that was written, and nothing more follows from it. */
  async settled(seconds = 120): Promise<void> {
    await eventually(
      () =>
        this.column(`
          select name from (
            select name, checkpoint from rm.projections where live
            union all select name, checkpoint from es.policy_checkpoints
          ) reader where checkpoint is distinct from (select position::text from es.log_head)`),
      (behind) => behind.length === 0,
      seconds,
    );
  }

  /** Resolves when no letter waits any more: one that a killed process had in hand is taken up after its lease. */
  async delivered(seconds = 150): Promise<void> {
    const waiting = () => this.column(`select id from app.mail_outbox where status = 'waiting'`);
    await eventually(waiting, (letters) => letters.length === 0, seconds);
  }

  /** Every life is in the log whole, and each of its events once; said of each that is not. */
  async wrongLives(lives: readonly Life[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ stream: string; type: string; count: number; positions: string[] }>(
      `select stream, type, count(*)::integer as count, array_agg(position::text) as positions from es.events
       where stream like $1 group by stream, type`,
      [`${this.tenant}.case-%`],
    );
    const found = new Map<string, { types: Record<string, number>; positions: Set<string> }>();
    for (const { stream, type, count, positions } of rows) {
      const id = stream.slice(`${this.tenant}.case-`.length);
      const life = found.get(id) ?? { types: {}, positions: new Set() };
      life.types[type] = count;
      for (const position of positions) life.positions.add(position);
      found.set(id, life);
    }
    const once = ['CaseStarted', 'DossierRecorded', 'CaseSubmitted', 'CommentAdded', 'StageOpened', 'DecisionMade', 'CaseClosed'];
    const wrong = lives.flatMap(({ id, positions }) => {
      const life = found.get(id);
      const counts = once.map((type) => life?.types[type] ?? 0);
      const lost = positions.filter((position) => !life?.positions.has(position));
      return counts.every((count) => count === 1) && lost.length === 0 ? [] : [`${id}: ${counts.join()}, lost ${lost.join()}`];
    });
    const known = new Set(lives.map(({ id }) => id));
    const invented = [...found.keys()].filter((id) => !known.has(id)).map((id) => `${id} was never asked for`);
    return [...wrong, ...invented];
  }

  /** Ids of events that are in the log more than once. */
  doubledEvents(): Promise<readonly string[]> {
    return this.column(`select id::text as name from es.events group by id having count(*) > 1`);
  }

  /** Whom the same thing was told twice: by cause, and by what is said of which case. */
  async doubledNotices(): Promise<readonly string[]> {
    const doubled = (columns: string) =>
      this.column(`select concat_ws(' ', ${columns}) as name from rm.notices group by ${columns} having count(*) > 1`);
    const raised = await this.column(
      `select stream as name from es.events where type = 'NoticeRaised' group by stream having count(*) > 1`,
    );
    return [...raised, ...(await doubled('person, cause')), ...(await doubled('person, code, link'))];
  }

  /** How many notices of each kind lead to a case. */
  async noticesOf(id: string): Promise<Counted> {
    const { rows } = await this.pool.query<{ code: string; count: number }>(
      `select code, count(*)::integer as count from rm.notices where link like $1 group by code`,
      [`%${id}`],
    );
    return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  }

  /** How many decisions have so many reviews: `{ '1': … }` where all is well. */
  async reviewsForEachDecision(): Promise<Counted> {
    const { rows } = await this.pool.query<{ reviews: string; decisions: number }>(
      `select reviews::text, count(*)::integer as decisions from (
         select count(r.position) as reviews from es.events d
         left join es.events r on r.type = 'ReviewOpened' and r.data->>'decision' = d.id::text
         where d.type = 'DecisionMade' group by d.id) each group by reviews`,
    );
    return Object.fromEntries(rows.map(({ reviews, decisions }) => [reviews, decisions]));
  }

  /** The message ids of the letters that were handed over, and how often each was begun to be. */
  async letters(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.pool.query<{ message_id: string; attempts: number }>(
      `select message_id, attempts from app.mail_outbox where status = 'sent'`,
    );
    return new Map(rows.map(({ message_id, attempts }) => [message_id, attempts]));
  }

  /** How many connections each process has. */
  async connections(): Promise<Counted> {
    const { rows } = await this.pool.query<{ name: string; count: number }>(
      `select application_name as name, count(*)::integer as count from pg_stat_activity
       where datname = current_database() group by application_name`,
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }

  /** Events that policies put aside. */
  parked(): Promise<readonly string[]> {
    return this.column(
      `select concat_ws(' ', name, incident->>'error') as name from es.policy_incidents where resolved_at is null`,
    );
  }

  private async column(sql: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<Readonly<Record<string, string>>>(sql);
    return rows.map((row) => String(Object.values(row)[0]));
  }
}

import type { Kysely } from 'kysely';
import { type DueInstant, DueInstants } from '@app/scheduling';
import type { DueInstantRow } from './due-instants.js';

/** The read model of what is due. `key` names the wait. */
export type DueInstantsTables = Readonly<{ due_instants: DueInstantRow & Readonly<{ key: string }> }>;

/** What is due, out of the read model. */
export class DueInstantsTable extends DueInstants {
  constructor(private readonly db: Kysely<DueInstantsTables>) {
    super();
  }

  override async due(until: string, limit: number): Promise<readonly DueInstant[]> {
    const rows = await this.db
      .selectFrom('due_instants')
      .select(['key', 'next_at'])
      .where('next_at', '<=', until)
      .orderBy('next_at')
      .orderBy('key')
      .limit(limit)
      .execute();
    return rows.map(({ key, next_at }) => ({ id: key, at: new Date(next_at).toISOString() }));
  }

  /** The wait of that name as it stands; `undefined` once it is over. */
  one(key: string): Promise<DueInstantRow | undefined> {
    return this.db.selectFrom('due_instants').selectAll().where('key', '=', key).executeTakeFirst();
  }

  /** How many waits are over their time, and by how many seconds the longest is: the health of time. */
  async overdue(now: string): Promise<Readonly<{ count: number; oldestSeconds: number }>> {
    const row = await this.db
      .selectFrom('due_instants')
      .select((select) => [select.fn.countAll<string>().as('count'), select.fn.min('next_at').as('oldest')])
      .where('next_at', '<', now)
      .executeTakeFirst();
    return {
      count: Number(row?.count ?? 0),
      oldestSeconds: row?.oldest ? (Date.parse(now) - Date.parse(row.oldest)) / 1_000 : 0,
    };
  }

  /** The keys of everything that waits. */
  async keys(): Promise<readonly string[]> {
    const rows = await this.db.selectFrom('due_instants').select('key').where('kind', '=', 'stage').execute();
    return rows.map(({ key }) => key);
  }

  /** What falls due next, or only what fell due before an instant, the longest over first. */
  soonest(before: string | undefined, limit: number): Promise<readonly (DueInstantRow & Readonly<{ key: string }>)[]> {
    const query = this.db.selectFrom('due_instants').selectAll().orderBy('next_at').orderBy('key').limit(limit);
    return (before === undefined ? query : query.where('next_at', '<', before)).execute();
  }
}

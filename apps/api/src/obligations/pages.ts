import type { ObligationRow } from '@app/domain/obligations';
import { nameIn, type Names } from '../http/names.js';
import type { Standing } from '../http/standing.js';
import { type Wording } from '../http/wording.js';
import type { ObligationItem, OfficeRef } from './responses.js';

/** What is owed, as it is shown. */
export class ObligationPages {
  constructor(
    private readonly names: Names,
    private readonly wording: Wording,
  ) {}

  /** Looks up the names of a page in one go. */
  async itemsOf(
    rows: readonly ObligationRow[],
    standing: Standing,
    today: string,
  ): Promise<(row: ObligationRow) => ObligationItem> {
    const offices = rows.flatMap(({ owner, superior }) => [owner, superior]);
    const [people, titles, holders] = await Promise.all([
      this.names.people(rows.map(({ subject }) => subject)),
      this.names.officeTitles(offices),
      this.names.holdersOf(offices, today),
    ]);
    const office = (name: string): OfficeRef => ({
      office: name,
      title: titles.get(name) ?? { id: name, en: name },
      holders: [...(holders.get(name) ?? [])],
    });
    return (row) => ({
      id: row.id,
      kind: row.kind,
      code: row.code,
      title: this.wording.both(row.code),
      proposalId: row.case_id,
      subject: nameIn(people, row.subject),
      owner: office(row.owner),
      superior: office(row.superior),
      dueOn: row.due_on,
      dueAt: row.due_at,
      status: row.status === 'open' && row.due_on < today ? 'overdue' : row.status,
      completedAt: row.completed_at,
      note: row.note,
      mayComplete:
        row.status === 'open' && row.since <= today && [row.owner, row.superior].some((name) => standing.offices.includes(name)),
    });
  }
}

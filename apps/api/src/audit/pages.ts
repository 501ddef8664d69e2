import { type Cases, existing } from '@app/domain/cases';
import type { ReviewRow } from '@app/domain/audit';
import { nameIn, type Names } from '../http/names.js';
import { type CaseTitles } from '../mutation/case-titles.js';
import { lineNotes } from '../cases/line-pages.js';
import type { ReviewItem } from './responses.js';

/** Reviews as they are shown: with names, and whom the case is about. */
export class ReviewPages {
  constructor(
    private readonly names: Names,
    private readonly titles: CaseTitles,
    private readonly cases: Cases,
  ) {}

  /** Looks up the names of a page in one go. */
  async itemsOf(rows: readonly ReviewRow[]): Promise<(row: ReviewRow) => ReviewItem> {
    const cases = await this.titles.of(rows.map(({ case_id }) => case_id));
    const [people, offices] = await Promise.all([
      this.names.people([
        ...[...cases.values()].map(({ subject }) => subject),
        ...rows.flatMap(({ decided_by, follow_ups }) => [decided_by, ...follow_ups.map(({ by }) => by)]),
      ]),
      this.names.officeTitles(rows.map(({ office }) => office)),
    ]);
    const notes = await this.notesOf(rows.filter(({ case_id }) => cases.get(case_id)?.kind === 'case'));
    return (row) => {
      const of = cases.get(row.case_id);
      return {
        id: row.id,
        proposalId: row.case_id,
        kind: of?.kind ?? 'mutation',
        title: of?.title ?? null,
        employee: of === undefined ? null : nameIn(people, of.subject),
        stage: row.stage,
        stageTitle: of?.stage(row.stage) ?? this.titles.place(row.stage),
        round: row.round,
        verdict: row.verdict,
        decidedBy: nameIn(people, row.decided_by),
        office: row.office,
        officeTitle: offices.get(row.office) ?? { id: row.office, en: row.office },
        decidedAt: row.decided_at,
        dueOn: row.due_on,
        status: row.status,
        outcome: row.outcome,
        note: row.note,
        lines: notes.get(row.case_id)?.ofDecision({ ...row, by: row.decided_by }) ?? [],
        followUps: row.follow_ups.map(({ note, by, at }) => ({ note, by: nameIn(people, by), at })),
      };
    };
  }

  /** What the batches among some cases say of their lines, by case. */
  private async notesOf(rows: readonly ReviewRow[]) {
    const ids = [...new Set(rows.map(({ case_id }) => case_id))];
    const noted = await Promise.all(
      ids.map(async (id) => {
        const found = existing((await this.cases.load(id)).state);
        return found && found.file.said.length > 0 ? ([[id, await lineNotes(found, this.names)]] as const) : [];
      }),
    );
    return new Map(noted.flat());
  }
}

import type { ProposalRow } from '@app/domain/mutation';
import type { InboxLine } from '@app/domain/policies';
import { employees } from '@app/domain/staffing';
import { nameIn, type Names } from '../http/names.js';
import { type ReadDatabase } from '../http/read-database.js';
import type { Standing } from '../http/standing.js';
import { type CaseTitles } from './case-titles.js';
import type { InboxItem, ProposalItem } from './responses.js';

/** How many people a search in the list of cases may mean. */
const mostPeople = 200;

/** Cases as lists show them. */
export class CaseLines {
  constructor(
    private readonly names: Names,
    private readonly titles: CaseTitles,
    private readonly database: ReadDatabase,
  ) {}

  /** Ids of the people whose name holds a text, or whose NIP begins with it, as far as who asks sees NIPs. */
  async employeesLike(text: string, { seesPersonalNumbers: seesNip }: Standing): Promise<readonly string[]> {
    return (await employees(this.database.db, { query: text, seesNip, limit: mostPeople })).items.map(({ id }) => id);
  }

  /** Looks up the names of a page in one go. */
  async proposals(rows: readonly ProposalRow[]): Promise<(row: ProposalRow) => ProposalItem> {
    const parties = await this.partiesOf(rows);
    return (row) => ({
      id: row.id,
      status: row.status,
      stage: row.stage,
      round: row.round,
      moveType: row.move_type,
      ...parties(row),
      dueOn: row.due_on,
      updatedAt: row.updated_at,
      decreeNumber: row.decree_number,
    });
  }

  async inbox(rows: readonly InboxLine[], standing: Standing): Promise<(row: InboxLine) => InboxItem> {
    const [people, place, deputised] = await Promise.all([
      this.names.people(rows.map(({ subject }) => subject)),
      this.names.placing(rows.flatMap(({ from_post, to_post }) => [from_post ?? '', to_post ?? ''])),
      this.names.people(standing.held.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])),
    ]);
    const placeOf = (post: string | null, unit: string | null, agency: string | null) =>
      post === null || unit === null || agency === null ? null : place({ post, unit, agency });
    return (row) => {
      const office =
        row.offices.find((name) => standing.offices.includes(name)) ??
        standing.held.find(({ role }) => role === row.role)?.office ??
        null;
      const behalf = standing.held.find((held) => held.office === office)?.onBehalfOf ?? null;
      return {
        proposalId: row.id,
        kind: row.kind,
        definition: row.definition,
        title: row.title,
        dossier: { ...row.dossier },
        status: row.status,
        moveType: row.move_type,
        stage: row.stage,
        task: row.task,
        stageTitle: row.stage === null ? null : (row.titles[row.stage] ?? this.titles.place(row.stage)),
        round: row.round,
        dueAt: row.due_at,
        dueOn: row.due_on,
        openedAt: row.opened_at,
        employee: nameIn(people, row.subject),
        from: placeOf(row.from_post, row.from_unit, row.from_agency),
        to: placeOf(row.to_post, row.to_unit, row.to_agency),
        office,
        onBehalfOf: behalf === null ? null : nameIn(deputised, behalf),
      };
    };
  }

  private async partiesOf(
    rows: readonly ProposalRow[],
  ): Promise<(row: ProposalRow) => Pick<ProposalItem, 'employee' | 'from' | 'to'>> {
    const [people, place] = await Promise.all([
      this.names.people(rows.map(({ employee_id }) => employee_id)),
      this.names.placing(rows.flatMap(({ from_post, to_post }) => [from_post, to_post])),
    ]);
    return (row) => ({
      employee: nameIn(people, row.employee_id),
      from: place({ post: row.from_post, unit: row.from_unit, agency: row.from_agency }),
      to: place({ post: row.to_post, unit: row.to_unit, agency: row.to_agency }),
    });
  }
}

import type { LocalText } from '../http/places.js';
import type { ReadDatabase } from '../http/read-database.js';

type Titled = Readonly<{ stages: readonly Readonly<{ key: string; title: LocalText }>[] }>;

/** What is said of cases beside other things. */
export class CaseTitles {
  private readonly stages: ReadonlyMap<string, LocalText>;

  constructor(
    definitions: readonly Titled[],
    private readonly database: ReadDatabase,
  ) {
    this.stages = new Map(definitions.flatMap(({ stages }) => stages.map(({ key, title }) => [key, title])));
  }

  /** Whom the cases are about, by case. */
  async subjectsOf(cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (cases.length === 0) return new Map();
    const rows = await this.database.db
      .selectFrom('mutation_proposals')
      .select(['id', 'employee_id'])
      .where('id', 'in', cases)
      .execute();
    return new Map(rows.map(({ id, employee_id }) => [id, employee_id]));
  }

  /** What a stage is called; its key where no definition has it. */
  stage(key: string): LocalText {
    return this.stages.get(key) ?? own[key] ?? { id: key, en: key };
  }
}

/** Places where a case stands that are no stage of a definition. */
const own: Readonly<Record<string, LocalText>> = {
  submission: { id: 'Pengusulan', en: 'Submission' },
  decree: { id: 'Penerbitan keputusan', en: 'Decree' },
};

import { type Definitions, unknownDefinition, type VersionRow, versionsOf } from '@app/domain/definitions';
import type { Definition } from '@app/workflow';
import type { ReadDatabase } from '../http/read-database.js';
import type { Standing, Standings } from '../http/standing.js';
import type { StaffingWarning } from './responses.js';
import { staffingWarningsOf } from './staffing-warnings.js';

/** Who may draft; who may review, publish and retire; who may see what is not published. */
const writers = ['ADMIN', 'HR_HEAD', 'HR_OFFICER'] as const;
const judges = ['ADMIN', 'HR_HEAD'] as const;
const readers = [...writers, 'AUDITOR'] as const;

/** The versions that a caller may see. */
export class DefinitionShelf {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    readonly definitions: Definitions,
  ) {}

  async standingOf(person: string): Promise<Standing & Readonly<{ mayWrite: boolean; mayJudge: boolean }>> {
    const standing = await this.standings.of(person);
    return Object.assign(standing, { mayWrite: standing.has(...writers), mayJudge: standing.has(...judges) });
  }

  /** @throws Rejection `access.office-needed` (forbidden) */
  async requireWriter(person: string): Promise<void> {
    (await this.standings.of(person)).require(...writers);
  }

  /** @throws Rejection `access.office-needed` (forbidden) */
  async requireJudge(person: string): Promise<void> {
    (await this.standings.of(person)).require(...judges);
  }

  /** Where its cases would wait for nobody, as the offices are held today. */
  async warningsOf(definition: Definition): Promise<StaffingWarning[]> {
    return staffingWarningsOf(definition, await this.standings.holdersByRole());
  }

  /** Newest first, of one definition or of all. */
  async rows(standing: Standing, id?: string): Promise<readonly VersionRow[]> {
    const rows = await versionsOf(this.database.db, id);
    return standing.has(...readers) ? rows : rows.filter(({ status }) => status === 'published' || status === 'retired');
  }

  /**
   * One version: the one in force where none is named, else the newest there is.
   * @throws Rejection `definitions.unknown` (missing)
   */
  async version(standing: Standing, id: string, version?: number): Promise<VersionRow> {
    const rows = await this.rows(standing, id);
    const found =
      version === undefined
        ? (rows.find(({ status }) => status === 'published') ?? rows[0])
        : rows.find((row) => row.version === version);
    if (!found) throw unknownDefinition(id, version);
    return found;
  }
}

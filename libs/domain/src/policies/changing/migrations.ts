import { Rejection, rejections } from '@app/decider';
import { type CommandMeta, WrongRevision } from '@app/event-store';
import type { CaseMigrationPreview } from '@app/domain/cases';
import type { MigrationPlan } from '@app/workflow';
import { v5 as uuidv5 } from 'uuid';
import type { CaseKind } from '../case-streams.js';

const reject = rejections({
  'definitions.unknown-version': 'missing',
  'definitions.migration-refused': 'conflict',
  'definitions.reason-needed': 'invalid',
});

/** Which running cases are to go on under another version, and how. */
export type MigrationOrder = Readonly<{
  definition: string;
  /** The version they go to; those that run on it already are left out. */
  version: number;
  mapping: MigrationPlan['mapping'];
  timers: MigrationPlan['timers'];
  reason: string;
  /** These only; every running case where absent. */
  only?: readonly string[];
  /** These stay behind on purpose. */
  except?: readonly string[];
}>;

/** One running case, and what would become of it. */
export type MigrationLine = Readonly<{ caseId: string; kind: CaseKind; from: number; preview: CaseMigrationPreview }>;

/** How one case came out of a migration. `missed`: it had moved on since the preview, and the code says why it was left. */
export type MigrationResult = Readonly<{ caseId: string; outcome: 'migrated' | 'missed'; code?: string; position?: string }>;

type Running = Readonly<{ id: string; kind: CaseKind; version: number }>;
type Request = Readonly<{ meta: CommandMeta }>;
type Ordered = MigrationPlan & Readonly<{ orderedBy: string; reason: string }>;
/** What cases of one kind are asked. */
type Migratable = Readonly<{
  previewMigration: (caseId: string, plan: MigrationPlan, request: Request) => Promise<CaseMigrationPreview>;
  migrate: (caseId: string, order: Ordered, request: Request) => Promise<Readonly<{ position?: string | undefined }>>;
}>;

export type MigrationsParts = Readonly<{
  /** Running cases of a definition, of every kind. */
  running: (definition: string) => Promise<readonly Running[]>;
  versionOf: (
    definition: string,
    version: number,
  ) => (Pick<MigrationPlan, 'definition'> & Readonly<{ hash: string }>) | undefined;
  proposals: Migratable;
  cases: Migratable;
}>;

/**
 * Lets running cases go on under another version of their definition: all that are asked for, or none and a report.
 *
 * Each case is one stream, so that there is no transaction over them: every case is previewed first, and only if none has a
 * problem are they migrated one by one. What is repeated changes nothing, so an interrupted migration is ordered again.
 */
export class Migrations {
  constructor(private readonly parts: MigrationsParts) {}

  /** @throws Rejection where there is no such version */
  async preview(order: MigrationOrder, meta: CommandMeta): Promise<readonly MigrationLine[]> {
    const plan = this.planOf(order);
    const lines: MigrationLine[] = [];
    for (const { id: caseId, kind, version: from } of await this.chosen(order)) {
      const preview = await this.of(kind).previewMigration(caseId, plan, asSystem(meta, caseId));
      // The list of running cases may be a moment behind what became of them.
      if (!preview.problems.some(({ code }) => code === 'same-version')) lines.push({ caseId, kind, from, preview });
    }
    return lines;
  }

  /**
   * @param told after each case, for a progress bar
   * @throws Rejection `definitions.migration-refused` whose facts name every case with a problem; nothing has changed then
   */
  async carryOut(
    order: MigrationOrder,
    meta: CommandMeta,
    told: (done: number, total: number) => void = () => undefined,
  ): Promise<readonly MigrationResult[]> {
    if (order.reason.trim() === '') throw reject('definitions.reason-needed', 'Who migrates cases says why.');
    const plan = this.planOf(order);
    const lines = await this.preview(order, meta);
    const refused = lines.filter(({ preview }) => preview.problems.length > 0);
    if (refused.length > 0)
      throw reject('definitions.migration-refused', 'Some cases cannot go on under that version as mapped.', {
        count: refused.length,
        total: lines.length,
        cases: refused.map(({ caseId, preview }) => ({ caseId, problems: preview.problems })),
      });
    const results: MigrationResult[] = [];
    for (const { caseId, kind } of lines) {
      results.push(await this.migrate(caseId, kind, { ...plan, orderedBy: meta.actor, reason: order.reason }, meta));
      told(results.length, lines.length);
    }
    return results;
  }

  private async migrate(caseId: string, kind: CaseKind, order: Ordered, meta: CommandMeta): Promise<MigrationResult> {
    try {
      const { position } = await this.of(kind).migrate(caseId, order, asSystem(meta, caseId));
      return { caseId, outcome: 'migrated', ...(position !== undefined && { position }) };
    } catch (error) {
      if (error instanceof Rejection) return { caseId, outcome: 'missed', code: error.code };
      if (error instanceof WrongRevision) return { caseId, outcome: 'missed', code: 'changed-meanwhile' };
      throw error;
    }
  }

  private planOf({ definition, version, mapping, timers }: MigrationOrder): MigrationPlan {
    const found = this.parts.versionOf(definition, version);
    if (!found) throw reject('definitions.unknown-version', 'There is no such version.', { id: definition, version });
    return { definition: found.definition, definitionHash: found.hash, mapping, timers };
  }

  private async chosen({ definition, version, only, except }: MigrationOrder): Promise<readonly Running[]> {
    const running = await this.parts.running(definition);
    return running
      .filter((each) => each.version !== version)
      .filter(({ id }) => (only?.includes(id) ?? true) && !(except?.includes(id) ?? false));
  }

  private of(kind: CaseKind): Migratable {
    return kind === 'mutation' ? this.parts.proposals : this.parts.cases;
  }
}

/** The system does it, in the order's name: once for each case, however often it is ordered by that command. */
const asSystem = (meta: CommandMeta, caseId: string): Request => ({
  meta: {
    ...meta,
    actor: 'system:migration',
    commandId: uuidv5(`migrate:${caseId}`, meta.commandId),
    causationId: meta.commandId,
  },
});

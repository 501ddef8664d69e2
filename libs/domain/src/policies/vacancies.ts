import { policy, stepOf, type CommandMeta } from '@app/event-store';
import { dayOf } from '@app/workflow';
import { v7 as uuidv7 } from 'uuid';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { type CaseKind, caseOf } from './case-streams.js';
import type { PolicyDeps } from './deps.js';

const find = (
  { cases, otherCases }: Pick<PolicyDeps, 'cases' | 'otherCases'>,
  { kind, id, stage, round }: Readonly<{ kind: CaseKind; id: string; stage: string; round: number }>,
  meta: CommandMeta,
): Promise<unknown> => (kind === 'mutation' ? cases : otherCases).findVacancy(id, { stage, round }, { meta });

/**
 * A stage that opens, or where somebody steps aside, is looked at: the engine says whether it is vacant. Who holds its office need
 * not be one who may act: it may be his own case, or he acted in it before.
 */
export const vacanciesAreFound = policy<ProposalEvent | CaseEvent, PolicyDeps>({
  name: 'vacancies-are-found',
  // What was opened before is looked at by the watch.
  from: 'head',
  on: {
    StageOpened: async (event, deps, meta) => {
      const { stage, round, kind } = event.data;
      const found = kind === 'check' ? undefined : caseOf(event.stream);
      if (found) await find(deps, { ...found, stage, round }, meta);
    },
    Recused: async (event, deps, meta) => {
      const { stage, round } = event.data;
      const found = caseOf(event.stream);
      if (found) await find(deps, { ...found, stage, round }, meta);
    },
    // Who acts in one branch may be barred from another, whose only holder he may have been.
    DecisionMade: (event, deps, meta) => besides(event, deps, meta),
    ExternalAnswerRecorded: (event, deps, meta) => besides(event, deps, meta),
  },
});

/** What stands open beside a stage at which somebody has acted. */
const besides = async (
  { stream, revision, data }: Readonly<{ stream: string; revision: bigint; data: Readonly<{ stage: string }> }>,
  deps: Pick<PolicyDeps, 'cases' | 'otherCases'>,
  meta: CommandMeta,
): Promise<void> => {
  const found = caseOf(stream);
  if (!found) return;
  const { workflow } = (await (found.kind === 'mutation' ? deps.cases : deps.otherCases).load(found.id, revision)).state;
  if (workflow.status !== 'open') return;
  for (const { stage, round, definition } of workflow.open)
    if (stage !== data.stage && definition.kind !== 'check')
      await find(deps, { ...found, stage, round }, stepOf(meta, `${stage}/${round}`));
};

/** A case that waits for somebody, as the read model of desks has it. */
export type WaitingCase = Readonly<{
  /** Which kind of case it is. */
  kind: CaseKind;
  id: string;
  waits: readonly Readonly<{ stage: string; round: number; offices: readonly string[] }>[];
}>;

/**
 * Finds the offices that became vacant while a stage was open: its holder retired, moved, or his letter ended. Looks at every case
 * that waits; a case is asked only where none of the offices has a holder by right.
 */
export class VacancyWatch {
  constructor(private readonly deps: Pick<PolicyDeps, 'tenant' | 'cases' | 'otherCases' | 'clock' | 'facts' | 'offices'>) {}

  /** @returns how many waits were asked */
  async sweep(waiting: Iterable<WaitingCase>): Promise<number> {
    const { clock, facts, offices } = this.deps;
    const at = clock.now();
    const today = dayOf(await facts.calendar(), at);
    const held = new Map<string, boolean>();
    const isHeld = async (office: string): Promise<boolean> => {
      const known = held.get(office) ?? (await offices.holdersOf(office, today)).some(({ kind }) => kind === 'definitive');
      held.set(office, known);
      return known;
    };
    let asked = 0;
    for (const { kind, id, waits } of waiting) {
      for (const { stage, round, offices: named } of waits) {
        if (stage === 'submission' || stage === 'decree') continue;
        const filled = await Promise.all(named.map(isHeld));
        if (filled.includes(true)) continue;
        await find(this.deps, { kind, id, stage, round }, this.metaAt(at));
        asked++;
      }
    }
    return asked;
  }

  private metaAt(at: string): CommandMeta {
    const id = uuidv7();
    const { tenant } = this.deps;
    return { actor: 'system:vacancies', commandId: id, correlationId: id, causationId: id, at, tenant };
  }
}

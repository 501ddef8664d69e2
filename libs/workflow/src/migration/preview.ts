import type { Calendar } from '../calendar.js';
import { holds } from '../conditions.js';
import type { Definition, StageDefinition } from '../definition.js';
import type { Instant, Schedule } from '../events.js';
import type { Directory, Holding } from '../people.js';
import { unanswerable } from '../routing.js';
import { scheduleOf } from '../schedule.js';
import { recusedAt } from '../seats.js';
import { kindOf } from '../stages/index.js';
import { type Live, type OpenStage, stageAt } from '../state.js';

/** What running cases of one version become under another. */
export type MigrationPlan = Readonly<{
  definition: Definition;
  definitionHash: string;
  /** Old key to new key. A key that is not named stays what it is. */
  mapping: Readonly<Record<string, string>>;
  /** What becomes of the deadline of an open stage: kept as it was promised, or reckoned anew from now by the new definition. */
  timers: 'keep' | 'restart';
}>;

/** What stands in the way of migrating one case. `code` is stable, `about` names the stage or condition. */
export type MigrationProblem = Readonly<{
  code:
    'same-version' | 'other-definition' | 'unmapped' | 'kind-changed' | 'torn-apart' | 'would-decide' | 'no-answer' | 'role-gone';
  about: string;
}>;

/** One open stage before and after. */
export type StageMove = Readonly<{
  from: string;
  to: string;
  round: number;
  timers: 'kept' | 'restarted' | 'dropped' | 'none';
  before?: Schedule;
  after?: Schedule;
  /** Who holds the new stage's office now; empty names a vacant one. */
  who: readonly Holding[];
}>;

/** What a migration would make of one case; `problems` is empty where it can be done. */
export type MigrationPreview = Readonly<{
  moves: readonly StageMove[];
  /** Stages of the new version before the place where the case would stand that it never went through. */
  passedOver: readonly string[];
  problems: readonly MigrationProblem[];
}>;

type Now = Readonly<{ at: Instant; directory: Directory; calendar: Calendar }>;

/** The key that a stage has under the new version. */
export const mapped = ({ mapping }: Pick<MigrationPlan, 'mapping'>, key: string): string => mapping[key] ?? key;

/** What a migration would make of a case, without doing it. Deciding a migration rests on the same answer. */
export const previewMigration = (state: Live, plan: MigrationPlan, now: Now): MigrationPreview => {
  const problems: MigrationProblem[] = [];
  const found = (code: MigrationProblem['code'], about: string) => problems.push({ code, about });
  const { definition } = plan;
  if (definition.id !== state.definition.id) found('other-definition', definition.id);
  if (plan.definitionHash === state.definitionHash) found('same-version', String(definition.version));
  if (!definition.initiators.includes(state.starter.role)) found('role-gone', state.starter.role);
  for (const key of state.resume) if (stageAt(definition, mapped(plan, key)) < 0) found('unmapped', key);
  const unclear = state.dossierHash === '' ? undefined : unanswerable(definition, state.context);
  if (unclear) found('no-answer', String(unclear.facts['stage']));

  const open = state.status === 'open' ? state.open : [];
  const moves = open.flatMap((each) => {
    const target = definition.stages[stageAt(definition, mapped(plan, each.stage))];
    if (!target) {
      found('unmapped', each.stage);
      return [];
    }
    const move = moveOf(each, target, plan, now);
    problems.push(...problemsOf(each, target, move.timers === 'kept' && each.overdue, recusedAt(state, each.stage)));
    return [move];
  });
  if (!together(definition, moves)) found('torn-apart', moves.map(({ to }) => to).join(', '));
  return { moves, passedOver: passedOver(state, plan, moves), problems };
};

const problemsOf = (open: OpenStage, target: StageDefinition, late: boolean, recused: number): readonly MigrationProblem[] => {
  if (target.kind !== open.definition.kind) return [{ code: 'kind-changed', about: `${open.stage}: ${target.kind}` }];
  // Votes are kept, so that other numbers could close the stage at once: a migration decides nothing.
  const outcome = open.votes.length === 0 ? 'open' : kindOf(target).outcome(target, open.votes, late, { recused, out: 1 });
  return outcome === 'open' ? [] : [{ code: 'would-decide', about: open.stage }];
};

const moveOf = (
  open: OpenStage,
  target: StageDefinition,
  { timers }: MigrationPlan,
  { at, directory, calendar }: Now,
): StageMove => {
  const fresh = target.deadline && scheduleOf(target.deadline, at, calendar);
  // Not by comparing the two: what was reckoned once may be the same value, or be read again and be another.
  const kept = timers === 'keep' && open.schedule !== undefined;
  const after = kept ? open.schedule : fresh;
  return {
    from: open.stage,
    to: target.key,
    round: open.round,
    timers: kept ? 'kept' : after ? 'restarted' : open.schedule ? 'dropped' : 'none',
    ...(open.schedule && { before: open.schedule }),
    ...(after && { after }),
    who: directory[target.actor] ?? [],
  };
};

/** Stages that are open beside each other stay so: in one group, each in a branch of its own. */
const together = ({ stages }: Definition, moves: readonly StageMove[]): boolean => {
  const targets = moves.flatMap(({ to }) => stages.find(({ key }) => key === to) ?? []);
  if (targets.length < 2) return true;
  const [first] = targets;
  const branches = new Set(targets.map(({ branch, key }) => branch ?? key));
  return first?.group !== undefined && targets.every(({ group }) => group === first.group) && branches.size === targets.length;
};

const passedOver = ({ context, passages }: Live, plan: MigrationPlan, [first]: readonly StageMove[]): readonly string[] => {
  if (!first) return [];
  const gone = new Set(passages.map(({ stage }) => mapped(plan, stage)));
  return plan.definition.stages
    .slice(0, stageAt(plan.definition, first.to))
    .filter(({ key, when }) => !gone.has(key) && (when === undefined || holds(when, context) === true))
    .map(({ key }) => key);
};

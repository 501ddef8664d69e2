import type { StageDefinition, Text } from './definition.js';
import type { CaseOutcome, Day, Instant, Schedule, StageOutcome } from './events.js';
import { stagesOf } from './authority.js';
import { type OpenStage, type Passage, stageAt, type Vote, type WorkflowState } from './state.js';

/** One stage as the case page shows it. */
export type RailStage = Readonly<{
  key: string;
  title: Text;
  kind: StageDefinition['kind'];
  state: 'done' | 'current' | 'skipped' | 'future';
  /** Of the newest time it was gone through; a case that was taken back shows that where it stood. */
  outcome?: StageOutcome | Extract<CaseOutcome, 'withdrawn' | 'cancelled'>;
  round?: number;
  openedAt?: Instant;
  closedAt?: Instant;
  schedule?: Schedule;
  /** When it was due first, where that was moved. */
  originalDueOn?: Day;
  overdue: boolean;
  /** Why it was skipped. */
  because?: Text;
  votes: readonly Vote[];
  /** Only where several act. */
  panel?: Readonly<{ cast: number; size: number; quorum: number }>;
}>;

/** Every stage of the definition in order: what was, what is and what is to come. Empty for a case that doesn't exist. */
export const stageRail = (state: WorkflowState): readonly RailStage[] => {
  if (state.status === 'absent') return [];
  const place = placeOf(state);
  const newest = new Map(state.passages.map((passage) => [passage.stage, passage]));
  const open = state.status === 'open' ? state.open : [];
  return state.definition.stages.map((stage, index) => {
    const here = open.find((each) => each.index === index);
    if (here) return currentStageOf(stage, here);
    if (
      state.status === 'closed' &&
      stage.key === state.stage &&
      (state.outcome === 'withdrawn' || state.outcome === 'cancelled')
    ) {
      return { ...bare(stage), state: 'done', outcome: state.outcome, round: state.round, closedAt: state.closedAt };
    }
    const passage = newest.get(stage.key);
    const behind = index < place || (state.status === 'closed' && index === place);
    return passage ? past(stage, passage, behind) : bare(stage);
  });
};

/** The index before which everything is settled, in the present round. */
const placeOf = (state: Exclude<WorkflowState, { status: 'absent' }>): number => {
  const waits = state.resume[0] === undefined ? 0 : stageAt(state.definition, state.resume[0]);
  switch (state.status) {
    case 'open':
      return Math.max(state.open[0].index, waits);
    case 'closed':
      return Math.max(stageAt(state.definition, state.stage), state.stage === 'submission' ? waits : 0);
    case 'draft':
    case 'returned':
    case 'routing':
      return waits;
  }
};

const panelOf = (stage: StageDefinition, votes: readonly Vote[]) =>
  stage.kind === 'panel' && { panel: { cast: votes.length, size: stage.size, quorum: stage.quorum } };

const bare = (stage: StageDefinition): RailStage => ({
  key: stage.key,
  title: stage.title,
  kind: stage.kind,
  state: 'future',
  overdue: false,
  votes: [],
  ...panelOf(stage, []),
});

const currentStageOf = (stage: StageDefinition, open: OpenStage): RailStage => ({
  ...bare(stage),
  state: 'current',
  round: open.round,
  openedAt: open.since,
  ...(open.schedule && { schedule: open.schedule }),
  ...(open.originalDueOn !== undefined && { originalDueOn: open.originalDueOn }),
  overdue: open.overdue,
  votes: open.votes,
  ...panelOf(stage, open.votes),
});

const past = (
  stage: StageDefinition,
  { outcome, round, openedAt, closedAt, because, schedule, originalDueOn, votes }: Passage,
  behind: boolean,
): RailStage => {
  if (outcome === 'skipped') {
    if (!behind) return bare(stage);
    const told = stage.skipReason ?? { id: because ?? '', en: because ?? '' };
    return { ...bare(stage), state: 'skipped', round, closedAt, because: told };
  }
  const shown = {
    ...bare(stage),
    outcome,
    round,
    openedAt,
    closedAt,
    ...(schedule && { schedule }),
    ...(originalDueOn !== undefined && { originalDueOn }),
    votes,
    ...panelOf(stage, votes),
  };
  return { ...shown, state: behind ? 'done' : 'future' };
};

/** Whether a stage is open. */
export const isOpenAt = (state: WorkflowState, stage: string): boolean =>
  state.status === 'open' && state.open.some((open) => open.stage === stage);

/** The stages that are open, in the order of the definition. */
export const currentStages = (state: WorkflowState): readonly StageDefinition[] =>
  state.status === 'open' ? state.open.map(({ definition }) => definition) : [];

/**
 * What a proposal's ETag is made of (decisions.md 11): it changes with stage, round, dossier and a decision that closes a stage,
 * not with a comment, a reminder or a panel colleague's vote.
 */
export const etagOf = (state: WorkflowState): string => {
  if (state.status === 'absent') return 'absent';
  const place = state.status === 'open' ? stagesOf(state).join('+') : state.status === 'closed' ? state.outcome : 'submission';
  return [state.status, place, state.round, state.passages.length, state.dossierHash, state.definitionHash].join(':');
};

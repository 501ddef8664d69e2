import { Rejection } from '@app/decider';
import { acting, proposing, voteOf } from './authority.js';
import type { Directory, Holding, Role } from './people.js';
import type { Open, OpenStage, WorkflowState } from './state.js';

/**
 * Who may act on the case now, and by what right: at the open stages (or the one named), or to submit or repair it. Who has
 * voted is not among them.
 */
export const whoMayAct = (state: WorkflowState, directory: Directory, stage?: string): readonly Holding[] => {
  switch (state.status) {
    case 'open':
      return state.open
        .filter((open) => stage === undefined || open.stage === stage)
        .flatMap((open) => actorsOf(state, open, directory));
    case 'draft':
    case 'returned':
      return (directory[state.starter.role] ?? []).filter(
        ({ person }) => !(proposing(state, directory, person) instanceof Rejection),
      );
    case 'absent':
    case 'closed':
    case 'routing':
      return [];
  }
};

const actorsOf = (state: Open, open: OpenStage, directory: Directory): readonly Holding[] =>
  (directory[open.definition.actor] ?? []).filter(({ person }) => {
    const capacity = acting({ state, open }, directory, person);
    return !(capacity instanceof Rejection) && !voteOf(open, capacity);
  });

/** One of the things a case waits for. `vacant`: nobody is left who may act, and `role` names the office to fill. */
export type Waiting = Readonly<{ stage: string; role: Role; who: readonly Holding[]; system: boolean; vacant: boolean }>;

/** What a case that has not ended waits for: each open stage, or its proposer. Empty for one that ended. */
export const waitingFor = (state: WorkflowState, directory: Directory): readonly Waiting[] => {
  if (state.status === 'open') {
    return state.open.map(({ stage, definition: { actor, kind } }) => {
      const system = kind === 'check';
      const who = whoMayAct(state, directory, stage);
      return { stage, role: actor, who, system, vacant: !system && who.length === 0 };
    });
  }
  if (state.status !== 'draft' && state.status !== 'returned') return [];
  const who = whoMayAct(state, directory);
  return [{ stage: 'submission', role: state.starter.role, who, system: false, vacant: who.length === 0 }];
};

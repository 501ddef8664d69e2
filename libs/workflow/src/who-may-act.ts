import { Rejection } from '@app/decider';
import { acting, proposing, voteOf } from './authority.js';
import type { Directory, Holding, Role } from './people.js';
import type { WorkflowState } from './state.js';

/** Who may act on the case now, and by what right: at the open stage, or to submit or repair it. Who has voted is not among them. */
export const whoMayAct = (state: WorkflowState, directory: Directory): readonly Holding[] => {
  switch (state.status) {
    case 'open':
      return (directory[state.open.definition.actor] ?? []).filter(({ person }) => {
        const capacity = acting(state, directory, person);
        return !(capacity instanceof Rejection) && !voteOf(state, capacity);
      });
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

/** What a case that has not ended waits for. `vacant`: nobody is left who may act, and `role` names the office to fill. */
export type Waiting = Readonly<{ role: Role; who: readonly Holding[]; system: boolean; vacant: boolean }>;

export const waitingFor = (state: WorkflowState, directory: Directory): Waiting | undefined => {
  if (state.status !== 'open' && state.status !== 'draft' && state.status !== 'returned') return undefined;
  const role = state.status === 'open' ? state.open.definition.actor : state.starter.role;
  const system = state.status === 'open' && state.open.definition.kind === 'check';
  const who = whoMayAct(state, directory);
  return { role, who, system, vacant: !system && who.length === 0 };
};

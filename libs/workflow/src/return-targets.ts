import { holds } from './conditions.js';
import { type At, type OpenStage, stageAt, type WorkflowState } from './state.js';

/**
 * Where an open stage may send the case back to: of what its definition allows, what is earlier, was not skipped and is in no
 * parallel group. The first is the default. Of several open stages the first that can send back is meant, unless one is named.
 */
export const returnTargets = (state: WorkflowState, stage?: string): readonly string[] => {
  if (state.status !== 'open') return [];
  const meant = ({ stage: key, definition }: OpenStage) =>
    stage === undefined ? definition.verbs.return !== undefined : key === stage;
  const back = state.open.find(meant) ?? state.open[0];
  return targetsOf({ state, open: back });
};

export const targetsOf = ({ state: { definition, context }, open }: At): readonly string[] =>
  (open.definition.verbs.return?.to ?? []).filter((to) => {
    if (to === 'submission') return true;
    const index = stageAt(definition, to);
    const { when, group } = definition.stages[index] ?? {};
    return index >= 0 && index < open.index && group === undefined && (when === undefined || holds(when, context) === true);
  });

import { holds } from './conditions.js';
import { type Open, stageAt, type WorkflowState } from './state.js';

/** Where the open stage may send the case back to: of what its definition allows, what is earlier and was not skipped. The first is the default. */
export const returnTargets = (state: WorkflowState): readonly string[] => (state.status === 'open' ? targetsOf(state) : []);

const targetsOf = ({ definition, context, open }: Open): readonly string[] =>
  (open.definition.verbs.return?.to ?? []).filter((to) => {
    if (to === 'submission') return true;
    const index = stageAt(definition, to);
    const when = definition.stages[index]?.when;
    return index >= 0 && index < open.index && (when === undefined || holds(when, context) === true);
  });

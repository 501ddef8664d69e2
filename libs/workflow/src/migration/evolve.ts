import type { WorkflowEvent } from '../events.js';
import { type Live, type OpenStage, stageAt, type WorkflowState } from '../state.js';

type Data = Extract<WorkflowEvent, { type: 'CaseMigrated' }>['data'];

/** The case as it goes on under its new version: what happened keeps its place under the new keys. */
export const migrated = (state: Live, data: Data): WorkflowState => {
  const { definition, definitionHash, mapping } = data;
  const to = (key: string) => mapping[key] ?? key;
  const moved = {
    definition,
    definitionHash,
    deeds: state.deeds.map((deed) => ({ ...deed, stage: to(deed.stage) })),
    passages: state.passages.map((passage) => ({ ...passage, stage: to(passage.stage) })),
    resume: state.resume.map(to),
    recusals: state.recusals.map((recusal) => ({ ...recusal, stage: to(recusal.stage) })),
  };
  if (state.status !== 'open') return { ...state, ...moved };
  const [first, ...rest] = state.open.map((open) => movedStage(open, data)).sort((a, b) => a.index - b.index);
  return first ? { ...state, ...moved, open: [first, ...rest] } : state;
};

const movedStage = (open: OpenStage, { definition, moves }: Data): OpenStage => {
  const move = moves.find(({ from }) => from === open.stage);
  const index = stageAt(definition, move?.to ?? open.stage);
  const stage = definition.stages[index];
  if (!move || !stage) return open;
  const { schedule: _, ...kept } = open;
  const { question } = open;
  return {
    ...kept,
    ...(move.schedule && { schedule: move.schedule }),
    // A deadline that begins anew is neither overdue nor has anybody been reminded of it.
    ...(move.restarted && { overdue: false, reminded: [] }),
    ...(question && { question: question.wait ? { ...question, wait: { ...question.wait, stage: move.to } } : question }),
    stage: move.to,
    index,
    definition: stage,
  };
};

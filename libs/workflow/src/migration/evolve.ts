import type { Term } from '../definition.js';
import type { Instant, WorkflowEvent } from '../events.js';
import { termOfAnswer } from '../guards/questions.js';
import { type Live, type OpenStage, type Question, stageAt, type Wait, type WorkflowState } from '../state.js';

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
    clock: state.clock && asPromised(state.clock, state.definition.deadline),
  };
  if (state.status === 'returned') return { ...state, ...moved, repair: asPromised(state.repair, state.definition.repair) };
  if (state.status !== 'open') return { ...state, ...moved };
  const [first, ...rest] = state.open.map((open) => movedStage(open, state, data)).sort((a, b) => a.index - b.index);
  return first ? { ...state, ...moved, open: [first, ...rest] } : state;
};

const movedStage = (open: OpenStage, state: Live, { definition, moves, at }: Data): OpenStage => {
  const move = moves.find(({ from }) => from === open.stage);
  const index = stageAt(definition, move?.to ?? open.stage);
  const stage = definition.stages[index];
  if (!move || !stage) return open;
  const { schedule } = move;
  // Who stands in for a vacant office is for the new version to say: it is looked for anew.
  const { vacancy: _, ...timed } = !schedule
    ? timeless(open)
    : move.restarted
      ? anew(open, at)
      : asPromised(open, open.definition.deadline);
  return {
    ...timed,
    ...(schedule && { schedule }),
    ...(open.question && { question: movedQuestion(open.question, move.to, termOfAnswer(state.definition, open.definition)) }),
    stage: move.to,
    index,
    definition: stage,
  };
};

const movedQuestion = (question: Question, stage: string, term: Term): Question =>
  question.wait ? { ...question, wait: { ...asPromised(question.wait, term), stage } } : question;

/** What was promised stays so, whatever the new version says: also when it is reckoned again, after a pause or by another calendar. */
const asPromised = <W extends Wait>(wait: W, term: Term | undefined): W => (term && !wait.term ? { ...wait, term } : wait);

/** Nothing is left of a deadline that it had. */
const timeless = (open: OpenStage): OpenStage => {
  const { schedule, originalDueOn, extension, pausedAt, term, countedFrom, ...rest } = open;
  return { ...rest, overdue: false, reminded: [] };
};

/** A deadline that begins anew is neither overdue nor has anybody been reminded of it. It may begin by standing still. */
const anew = (open: OpenStage, at: Instant): OpenStage => ({
  ...timeless(open),
  countedFrom: at,
  ...(open.pausedAt !== undefined && { pausedAt: at }),
});

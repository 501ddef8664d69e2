import type { WorkflowEvent } from './events.js';
import { type Case, type Live, type OpenStage, type Wait, type WorkflowState } from './state.js';

type Data<T extends WorkflowEvent['type']> = Extract<WorkflowEvent, { type: T }>['data'];
type Place = Pick<Wait, 'stage' | 'round' | 'wait'>;

/** An open stage, changed. */
export const touching = (state: Live, { stage, round }: Place, change: (open: OpenStage) => OpenStage): WorkflowState => {
  if (state.status !== 'open') return state;
  const [first, ...rest] = state.open;
  const touched = (open: OpenStage) => (open.stage === stage && open.round === round ? change(open) : open);
  return { ...state, open: [touched(first), ...rest.map(touched)] };
};

/** What is waited for at a place, changed: an open stage, an answer to what was asked there, the proposer's repair, the case. */
const shifting = (state: Live, at: Place, stage: (open: OpenStage) => OpenStage, other: (wait: Wait) => Wait): WorkflowState => {
  if (at.wait === 'case') return state.clock ? { ...state, clock: other(state.clock) } : state;
  if (at.wait === 'question') return touching(state, at, (open) => withWait(open, other));
  if (state.status === 'open') return touching(state, at, stage);
  if (state.status !== 'returned' || state.repair.stage !== at.stage || state.repair.round !== at.round) return state;
  return { ...state, repair: other(state.repair) };
};

const withWait = (open: OpenStage, change: (wait: Wait) => Wait): OpenStage => {
  const { question } = open;
  return question?.wait ? { ...open, question: { ...question, wait: change(question.wait) } } : open;
};

export const changing = (state: Live, at: Place, change: (wait: Wait) => Partial<Wait>): WorkflowState => {
  const changed = <W extends Wait>(wait: W): W => ({ ...wait, ...change(wait) });
  return shifting(state, at, changed, changed);
};

export const paused = (state: Live, data: Data<'ClockPaused'>): WorkflowState =>
  changing(state, data, () => ({ pausedAt: data.at }));

export const resumedClock = (state: Live, data: Data<'ClockResumed'>): WorkflowState => {
  const { schedule, originalDueOn, days, overdue } = data;
  const running = <W extends Wait>({ pausedAt: _, ...wait }: W) => ({
    ...wait,
    schedule,
    originalDueOn,
    overdue,
    extension: (wait.extension ?? 0) + days,
  });
  return shifting(state, data, running, running);
};

export const asked = (state: Live, data: Data<'InformationAsked'>): WorkflowState => {
  const { stage, round, question, of, by, schedule, at } = data;
  const wait: Wait = { stage, round, wait: 'question', since: at, overdue: false, reminded: [], ...(schedule && { schedule }) };
  return touching(state, data, (open) => ({
    ...open,
    question: { question, of, by: by.by, at, ...(schedule && { wait }) },
  }));
};

export const answered = (state: Live, data: Place): WorkflowState => touching(state, data, ({ question: _, ...open }) => open);

export const claimed = (state: Live, place: Place, by: string): WorkflowState =>
  touching(state, place, (open) => ({ ...open, claimedBy: by }));

export const released = (state: Live, data: Data<'TaskReleased'>): WorkflowState =>
  touching(state, data, ({ claimedBy: _, ...open }) => open);

export const adviserAdded = (state: Live, data: Data<'AdviserAdded'>): WorkflowState => {
  const { adviser: person, required, question } = data;
  return touching(state, data, (open) => {
    const others = (open.advisers ?? []).filter((each) => each.person !== person);
    return { ...open, advisers: [...others, { person, required, question }] };
  });
};

export const advised = (state: Live, data: Data<'AdviceGiven'>): WorkflowState =>
  touching(state, data, (open) => ({
    ...open,
    advisers: (open.advisers ?? []).map((each) => (each.person === data.by ? { ...each, advice: data.advice } : each)),
  }));

export const recused = (state: Live, { stage, by }: Data<'Recused'>): WorkflowState => ({
  ...state,
  recusals: [...state.recusals, { stage, person: by.by, seat: by.onBehalfOf ?? by.by }],
});

export const answeredOutside = (state: Live, data: Data<'ExternalAnswerRecorded'>): WorkflowState => {
  const { outcome, number, date, document, note } = data;
  const answer = { outcome, number, date, ...(document !== undefined && { document }), note };
  return touching(state, data, (open) => ({ ...open, answer }));
};

export const fallen = (state: Live, { stage, round, lines }: Data<'LinesFellOut'>): WorkflowState => {
  const reasons = new Map(lines.map(({ key, because }) => [key, because]));
  return {
    ...state,
    lines: state.lines.map((line) => {
      const because = line.fell ? undefined : reasons.get(line.key);
      return because === undefined ? line : { ...line, fell: { stage, round, because } };
    }),
  };
};

export const attached = (state: Live, data: Data<'AttachmentAdded'>): WorkflowState => ({
  ...state,
  attachments: [...state.attachments, data],
});

/** Where the deadline of the whole case stands among what it waits for. No stage is called so. */
export const CASE = 'case';

/** The clock of a case as it begins. */
export const begun = ({ round }: Pick<Case, 'round'>, { schedule, at }: Data<'CaseClockStarted'>): Wait => ({
  stage: CASE,
  round,
  wait: 'case',
  since: at,
  schedule,
  overdue: false,
  reminded: [],
});

import type { Capacity, Line, WorkflowEvent } from './events.js';
import {
  adviserAdded,
  advised,
  answered,
  answeredOutside,
  asked,
  attached,
  begun,
  changing,
  claimed,
  fallen,
  paused,
  recused,
  released,
  resumedClock,
  touching,
} from './evolve-tasks.js';
import { handsBy } from './four-eyes.js';
import { migrated } from './migration/evolve.js';
import {
  type Case,
  caseOf,
  type Live,
  openOf,
  type OpenStage,
  type OpenStages,
  type Passage,
  routingOf,
  stageAt,
  type Vote,
  type Wait,
  without,
  type WorkflowState,
} from './state.js';

type Data<T extends WorkflowEvent['type']> = Extract<WorkflowEvent, { type: T }>['data'];

/** What a history makes of a case. Refuses nothing; an event it doesn't know leaves the state as it is. */
export const evolve = (state: WorkflowState, event: WorkflowEvent): WorkflowState => {
  if (event.type === 'CaseStarted') return started(event.data);
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'CaseSubmitted':
      return submitted(state, event.data);
    case 'StageOpened':
      // A stage that a migration carried over was moved by `CaseMigrated`.
      return event.data.carries ? state : opened(state, event.data);
    case 'StageSkipped': {
      const { stage, round, because, at } = event.data;
      return passed(state, { stage, round, outcome: 'skipped', openedAt: at, closedAt: at, because, votes: [] });
    }
    case 'StageKept':
      return kept(state, event.data);
    case 'DecisionMade':
      return decided(state, event.data);
    case 'StageClosed':
      return closedStage(state, event.data);
    case 'CaseMigrated':
      return migrated(state, event.data);
    case 'CaseReturned':
      return returned(state, event.data);
    case 'DeadlinePassed':
      return waiting(state, event.data, { overdue: true });
    case 'ReminderFellDue':
      return reminded(state, event.data);
    case 'DeadlinesReplanned':
      return replanned(state, event.data);
    case 'VacancyFound': {
      const { policy, alerted, at } = event.data;
      return touching(state, event.data, (open) => ({ ...open, vacancy: { policy, alerted, at } }));
    }
    case 'ExternalAnswerRecorded':
      return event.data.by
        ? answeredOutside({ ...state, deeds: withDeed(state, event.data.stage, event.data.by) }, event.data)
        : answeredOutside(state, event.data);
    case 'LinesFellOut':
      return fallen(state, event.data);
    case 'InformationAsked':
      return asked(state, event.data);
    case 'InformationAnswered':
    case 'InformationLapsed':
      return answered(state, event.data);
    case 'ClockPaused':
      return paused(state, event.data);
    case 'ClockResumed':
      return resumedClock(state, event.data);
    case 'CaseClockStarted':
      return { ...state, clock: begun(state, event.data) };
    case 'CaseClockStopped':
      return event.data.because === 'closed' ? state : { ...state, clock: null };
    case 'TaskClaimed':
      return claimed(state, event.data, event.data.by.by);
    case 'TaskReassigned':
      return claimed(state, event.data, event.data.to);
    case 'TaskReleased':
      return released(state, event.data);
    case 'AdviserAdded':
      return adviserAdded(state, event.data);
    case 'AdviceGiven':
      return advised(state, event.data);
    case 'Recused':
      return recused(state, event.data);
    case 'CaseSuspended':
      return { ...state, suspended: event.data };
    case 'CaseResumed':
      return { ...state, suspended: null };
    case 'AttachmentAdded':
      return attached(state, event.data);
    case 'CommentAdded':
      return { ...state, lastComment: event.data };
    case 'CaseClosed': {
      const { outcome, stage, at } = event.data;
      return { ...caseOf(state), suspended: null, status: 'closed', outcome, stage, closedAt: at };
    }
    case 'CheckRecorded':
      return state;
  }
  return state;
};

const started = ({ definition, definitionHash, subject, by, at }: Data<'CaseStarted'>): WorkflowState => ({
  status: 'draft',
  definition,
  definitionHash,
  subject,
  starter: by,
  startedAt: at,
  round: 1,
  dossierHash: '',
  context: {},
  deeds: [{ stage: 'submission', person: by.by }],
  passages: [],
  resume: [],
  rounds: [],
  lines: [],
  recusals: [],
  attachments: [],
  suspended: null,
  clock: null,
  lastComment: null,
});

const submitted = (
  state: Case,
  { round, by, dossierHash, context, resumeAt, lines, at }: Data<'CaseSubmitted'>,
): WorkflowState => ({
  ...caseOf(state),
  status: 'routing',
  round,
  dossierHash,
  context,
  deeds: withDeed(state, 'submission', by),
  rounds: [...state.rounds, { round, dossierHash, at }],
  ...(lines && { lines: submittedLines(state, lines) }),
  resume: resumeAt === undefined ? [] : state.resume.slice(1),
});

/** Lines are given once; later ones can only be taken out. */
const submittedLines = ({ lines: before, round }: Case, lines: readonly Line[]): Case['lines'] => {
  if (before.length === 0) return lines;
  const standing = new Set(lines.map(({ key }) => key));
  return before.map((line) =>
    line.fell || standing.has(line.key) ? line : { ...line, fell: { stage: 'submission', round, because: 'withdrawn' } },
  );
};

const opened = (state: Live, { stage, round, schedule, at }: Data<'StageOpened'>): WorkflowState => {
  const index = stageAt(state.definition, stage);
  const definition = state.definition.stages[index];
  if (!definition) return routingOf(state);
  const bare: OpenStage = { stage, round, since: at, overdue: false, reminded: [], definition, index, votes: [] };
  const open = schedule ? { ...bare, schedule } : bare;
  if (state.status !== 'open') return openOf(state, [open], round, state.passages, resumed(state, stage));
  const [first, ...rest] = [...state.open, open].sort((a, b) => a.index - b.index);
  return first ? openOf(state, [first, ...rest], round, state.passages, resumed(state, stage)) : state;
};

const decided = (state: Live, data: Data<'DecisionMade'>): WorkflowState => {
  const { stage, verdict, reason, by, dossierHash, at, lines, chair, veto } = data;
  if (state.status !== 'open') return state;
  const [first, ...rest] = state.open;
  const plain = { by, verdict, reason, dossierHash, at };
  // Of one in a hundred thousand there is more to say, and saying it costs.
  const vote: Vote =
    (lines ?? chair ?? veto) ? { ...plain, ...(lines && { lines }), ...(chair && { chair }), ...(veto && { veto }) } : plain;
  const voted = (open: OpenStage): OpenStage => (open.stage === stage ? { ...open, votes: [...open.votes, vote] } : open);
  const open: OpenStages = rest.length === 0 ? [voted(first)] : [voted(first), ...rest.map(voted)];
  return openOf(state, open, state.round, state.passages, state.resume, withDeed(state, stage, by));
};

const closedStage = (state: Live, { stage, round, outcome, at }: Data<'StageClosed'>): WorkflowState => {
  const open = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
  if (!open || outcome === 'migrated') return state;
  const { since, schedule, originalDueOn, votes, advisers, answer } = open;
  const plain = { stage, round, outcome, openedAt: since, closedAt: at, votes };
  const timed = schedule ? { ...plain, schedule } : plain;
  if (originalDueOn === undefined && !advisers && !answer) return passed(state, timed);
  return passed(state, {
    ...timed,
    ...(originalDueOn !== undefined && { originalDueOn }),
    ...(advisers && { advisers }),
    ...(answer && { answer }),
  });
};

/** A stage is behind the case; what stands beside it in a group stays open. */
const passed = (state: Live, passage: Passage): WorkflowState => {
  const passages = [...state.passages, passage];
  const resume = resumed(state, passage.stage);
  const open = state.status === 'open' ? without(state.open, passage.stage) : undefined;
  return open ? openOf(state, open, state.round, passages, resume) : routingOf(state, passages, resume);
};

const kept = (state: Live, { stage, round, from }: Data<'StageKept'>): WorkflowState => {
  const stands = state.passages.findLast((passage) => passage.stage === stage && passage.round === from);
  return stands ? passed(state, { ...stands, round }) : state;
};

const returned = (state: Case, { from, to, round, schedule, at }: Data<'CaseReturned'>): WorkflowState => {
  const back = { ...caseOf(state), round, resume: [from, ...state.resume] };
  if (to !== 'submission')
    return { ...back, rounds: [...state.rounds, { round, dossierHash: state.dossierHash, at }], status: 'routing' };
  return {
    ...back,
    status: 'returned',
    repair: { stage: to, round, since: at, ...(schedule && { schedule }), overdue: false, reminded: [] },
  };
};

const waiting = (state: Live, at: Place, change: Partial<Wait>): WorkflowState => changing(state, at, () => change);

const reminded = (state: Live, { code, next, ...at }: Data<'ReminderFellDue'>): WorkflowState =>
  changing(state, at, ({ schedule, reminded: before }) => ({
    reminded: [...before, code],
    ...(schedule && next && { schedule: { ...schedule, reminders: [...schedule.reminders, next] } }),
  }));

const replanned = (state: Live, { to, from, overdue, ...at }: Data<'DeadlinesReplanned'>): WorkflowState =>
  changing(state, at, ({ originalDueOn = from.dueOn }) => ({ schedule: to, overdue, originalDueOn }));

type Place = Pick<Wait, 'stage' | 'round' | 'wait'>;

/** Reaching a stage settles its claim to have the case back. */
const resumed = ({ resume }: Case, stage: string): readonly string[] => (resume[0] === stage ? resume.slice(1) : resume);

const withDeed = ({ deeds }: Case, stage: string, by: Capacity): Case['deeds'] => {
  const hands = handsBy(by);
  const known = deeds.some((deed) => deed.stage === stage && deed.person === hands.person && deed.principal === hands.principal);
  return known ? deeds : [...deeds, { stage, ...hands }];
};

import type { WorkflowEvent } from './events.js';
import { migrated } from './migration/evolve.js';
import {
  type Case,
  caseOf,
  type Live,
  type OpenStage,
  type Passage,
  stageAt,
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
      return waiting(state, event.data, undefined, event.data.code);
    case 'CommentAdded':
      return { ...state, lastComment: event.data };
    case 'CaseClosed': {
      const { outcome, stage, at } = event.data;
      return { ...caseOf(state), status: 'closed', outcome, stage, closedAt: at };
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
});

const submitted = (state: Case, { round, by, dossierHash, context, resumeAt }: Data<'CaseSubmitted'>): WorkflowState => ({
  ...caseOf(state),
  status: 'routing',
  round,
  dossierHash,
  context,
  deeds: withDeed(state, 'submission', by.by),
  resume: resumeAt === undefined ? [] : state.resume.slice(1),
});

const opened = (state: Live, { stage, round, schedule, at }: Data<'StageOpened'>): WorkflowState => {
  const index = stageAt(state.definition, stage);
  const definition = state.definition.stages[index];
  if (!definition) return { ...caseOf(state), status: 'routing' };
  const open: OpenStage = {
    stage,
    round,
    since: at,
    ...(schedule && { schedule }),
    overdue: false,
    reminded: [],
    definition,
    index,
    votes: [],
  };
  const others = state.status === 'open' ? state.open : [];
  const [first, ...rest] = [...others, open].sort((a, b) => a.index - b.index);
  return first ? { ...caseOf(state), status: 'open', round, resume: resumed(state, stage), open: [first, ...rest] } : state;
};

const decided = (state: Live, { stage, verdict, reason, by, dossierHash, at }: Data<'DecisionMade'>): WorkflowState => {
  if (state.status !== 'open') return state;
  const [first, ...rest] = state.open;
  const voted = (open: OpenStage): OpenStage =>
    open.stage === stage ? { ...open, votes: [...open.votes, { by, verdict, reason, dossierHash, at }] } : open;
  return { ...state, deeds: withDeed(state, stage, by.by), open: [voted(first), ...rest.map(voted)] };
};

const closedStage = (state: Live, { stage, round, outcome, at }: Data<'StageClosed'>): WorkflowState => {
  const open = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
  if (!open || outcome === 'migrated') return state;
  const { since, schedule, votes } = open;
  return passed(state, { stage, round, outcome, openedAt: since, closedAt: at, ...(schedule && { schedule }), votes });
};

/** A stage is behind the case; what stands beside it in a group stays open. */
const passed = (state: Live, passage: Passage): WorkflowState => {
  const gone = { ...caseOf(state), passages: [...state.passages, passage], resume: resumed(state, passage.stage) };
  const open = state.status === 'open' ? without(state.open, passage.stage) : undefined;
  return open ? { ...gone, status: 'open', open } : { ...gone, status: 'routing' };
};

const kept = (state: Live, { stage, round, from }: Data<'StageKept'>): WorkflowState => {
  const stands = state.passages.findLast((passage) => passage.stage === stage && passage.round === from);
  return stands ? passed(state, { ...stands, round }) : state;
};

const returned = (state: Case, { from, to, round, schedule, at }: Data<'CaseReturned'>): WorkflowState => {
  const back = { ...caseOf(state), round, resume: [from, ...state.resume] };
  if (to !== 'submission') return { ...back, status: 'routing' };
  return {
    ...back,
    status: 'returned',
    repair: { stage: to, round, since: at, ...(schedule && { schedule }), overdue: false, reminded: [] },
  };
};

const waiting = (
  state: Live,
  { stage, round }: Pick<Wait, 'stage' | 'round'>,
  change?: Partial<Wait>,
  code?: string,
): WorkflowState => {
  const touched = <W extends Wait>(wait: W): W =>
    wait.stage === stage && wait.round === round
      ? { ...wait, ...change, ...(code !== undefined && { reminded: [...wait.reminded, code] }) }
      : wait;
  if (state.status === 'open') {
    const [first, ...rest] = state.open;
    return { ...state, open: [touched(first), ...rest.map(touched)] };
  }
  return state.status === 'returned' ? { ...state, repair: touched(state.repair) } : state;
};

/** Reaching a stage settles its claim to have the case back. */
const resumed = ({ resume }: Case, stage: string): readonly string[] => (resume[0] === stage ? resume.slice(1) : resume);

const withDeed = ({ deeds }: Case, stage: string, person: string): Case['deeds'] =>
  deeds.some((deed) => deed.stage === stage && deed.person === person) ? deeds : [...deeds, { stage, person }];

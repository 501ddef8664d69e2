import type { WorkflowEvent } from './events.js';
import { type Case, caseOf, type Live, type Open, type OpenStage, stageAt, type Wait, type WorkflowState } from './state.js';

type Data<T extends WorkflowEvent['type']> = Extract<WorkflowEvent, { type: T }>['data'];

/** What a history makes of a case. Refuses nothing; an event it doesn't know leaves the state as it is. */
export const evolve = (state: WorkflowState, event: WorkflowEvent): WorkflowState => {
  if (event.type === 'CaseStarted') return started(event.data);
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'CaseSubmitted':
      return submitted(state, event.data);
    case 'StageOpened':
      return opened(state, event.data);
    case 'StageSkipped': {
      const { stage, round, because, at } = event.data;
      const passage = { stage, round, outcome: 'skipped', openedAt: at, closedAt: at, because, votes: [] } as const;
      return { ...caseOf(state), status: 'routing', passages: [...state.passages, passage], resume: resumed(state, stage) };
    }
    case 'DecisionMade':
      return decided(state, event.data);
    case 'StageClosed':
      return state.status === 'open' ? closedStage(state, event.data) : state;
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

const opened = (state: Case, { stage, round, schedule, at }: Data<'StageOpened'>): WorkflowState => {
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
  return { ...caseOf(state), status: 'open', round, resume: resumed(state, stage), open };
};

const decided = (state: Live, { stage, verdict, reason, by, dossierHash, at }: Data<'DecisionMade'>): WorkflowState => {
  if (state.status !== 'open') return state;
  const open = { ...state.open, votes: [...state.open.votes, { by, verdict, reason, dossierHash, at }] };
  return { ...state, deeds: withDeed(state, stage, by.by), open };
};

const closedStage = (state: Open, { stage, round, outcome, at }: Data<'StageClosed'>): WorkflowState => {
  const { since, schedule, votes } = state.open;
  const passage = { stage, round, outcome, openedAt: since, closedAt: at, ...(schedule && { schedule }), votes };
  return { ...caseOf(state), status: 'routing', passages: [...state.passages, passage] };
};

const returned = (state: Case, { from, to, round, schedule, at }: Data<'CaseReturned'>): WorkflowState => {
  const kept = { ...caseOf(state), round, resume: [from, ...state.resume] };
  if (to !== 'submission') return { ...kept, status: 'routing' };
  return {
    ...kept,
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
  if (state.status === 'open') return { ...state, open: touched(state.open) };
  return state.status === 'returned' ? { ...state, repair: touched(state.repair) } : state;
};

/** Reaching a stage settles its claim to have the case back. */
const resumed = ({ resume }: Case, stage: string): readonly string[] => (resume[0] === stage ? resume.slice(1) : resume);

const withDeed = ({ deeds }: Case, stage: string, person: string): Case['deeds'] =>
  deeds.some((deed) => deed.stage === stage && deed.person === person) ? deeds : [...deeds, { stage, person }];

import { projection, type Recorded } from '@app/event-store';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { caseIdOf } from '../case-streams.js';

type AnyCaseEvent = ProposalEvent | CaseEvent;

export type TimelineRow = Readonly<{
  id: string;
  case_id: string;
  revision: number;
  type: string;
  at: string;
  /** A person, or `system:<policy>`. */
  actor: string;
  office: string | null;
  /** How the office was held, and for whom. */
  kind: string | null;
  on_behalf_of: string | null;
  letter: string | null;
  stage: string | null;
  round: number | null;
  verdict: string | null;
  reason: string | null;
  text: string | null;
  /** Everything else that the event says. */
  facts: Readonly<Record<string, unknown>>;
  hash: string;
}>;

type Fields = Readonly<Record<string, unknown>>;
const none: Fields = {};
/** Parts of an event are read by name, whatever the event. */
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : none);
const textIn = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
};

/** Shown as columns of their own, or too bulky to be shown: the definition is named by its id and version. */
const lifted = new Set([
  'by',
  'at',
  'stage',
  'round',
  'verdict',
  'reason',
  'note',
  'text',
  'office',
  'definition',
  'question',
  'answer',
  'advice',
  'lineReasons',
]);

/** By what right, and in whose place: the rest of the capacity is in columns of its own. */
const ofRight = ['authorityRow', 'basis', 'inPlaceOf', 'vacancy'] as const;

const factsIn = (data: Fields, capacity: Fields): Fields => {
  const facts: Record<string, unknown> = {};
  for (const name in data) if (!lifted.has(name)) facts[name] = data[name];
  for (const name of ofRight) if (capacity[name] !== undefined) facts[name] = capacity[name];
  const { id, version } = fieldsOf(data['definition']);
  if (id !== undefined) facts['definition'] = { id, version };
  return facts;
};

const lineOf = (_: TimelineRow | undefined, event: Recorded<AnyCaseEvent>): TimelineRow => {
  const data = fieldsOf(event.data);
  const capacity = fieldsOf(data['by']);
  return {
    id: event.id,
    case_id: caseIdOf(event.stream) ?? event.stream,
    revision: Number(event.revision),
    type: event.type,
    at: event.metadata.at,
    actor: textIn(capacity, 'by') ?? textIn(data, 'by') ?? event.metadata.actor,
    office: textIn(capacity, 'office') ?? textIn(data, 'office') ?? event.metadata.office ?? null,
    kind: textIn(capacity, 'kind') ?? event.metadata.authority?.split(':')[0] ?? null,
    on_behalf_of: textIn(capacity, 'onBehalfOf') ?? event.metadata.onBehalfOf ?? null,
    letter: textIn(capacity, 'letter'),
    stage: textIn(data, 'stage') ?? textIn(data, 'from'),
    round: typeof data['round'] === 'number' ? data['round'] : null,
    verdict: textIn(data, 'verdict') ?? textIn(data, 'outcome'),
    reason: textIn(data, 'reason') ?? textIn(data, 'note'),
    text: textIn(data, 'text') ?? textIn(data, 'question') ?? textIn(data, 'answer') ?? textIn(data, 'advice'),
    facts: factsIn(data, capacity),
    hash: event.metadata.hash,
  };
};

/** Everything that happened in a case, one row per event. The compiler finds an event that is missing here. */
export const timeline = projection<TimelineRow, AnyCaseEvent>({
  name: 'case_timeline',
  version: 1,
  columns: {
    id: 'text',
    case_id: 'text',
    revision: 'integer',
    type: 'text',
    at: 'timestamptz',
    actor: 'text',
    office: 'text',
    kind: 'text',
    on_behalf_of: 'text',
    letter: 'text',
    stage: 'text',
    round: 'integer',
    verdict: 'text',
    reason: 'text',
    text: 'text',
    facts: 'jsonb',
    hash: 'text',
  },
  indexes: [['case_id', 'revision']],
  appends: true,
  key: ({ id }) => id,
  on: {
    CaseStarted: lineOf,
    CaseSubmitted: lineOf,
    StageOpened: lineOf,
    StageSkipped: lineOf,
    StageKept: lineOf,
    DecisionMade: lineOf,
    CheckRecorded: lineOf,
    StageClosed: lineOf,
    CaseReturned: lineOf,
    DeadlinePassed: lineOf,
    ReminderFellDue: lineOf,
    CaseMigrated: lineOf,
    ExternalAnswerRecorded: lineOf,
    LinesFellOut: lineOf,
    InformationAsked: lineOf,
    InformationAnswered: lineOf,
    ClockPaused: lineOf,
    ClockResumed: lineOf,
    TaskClaimed: lineOf,
    TaskReleased: lineOf,
    TaskReassigned: lineOf,
    AdviserAdded: lineOf,
    AdviceGiven: lineOf,
    Recused: lineOf,
    CaseSuspended: lineOf,
    CaseResumed: lineOf,
    AttachmentAdded: lineOf,
    VacancyFound: lineOf,
    DeadlinesReplanned: lineOf,
    CommentAdded: lineOf,
    CaseClosed: lineOf,
    DossierRecorded: lineOf,
    ProposalDrafted: lineOf,
    ProposalAmended: lineOf,
    DocumentAttached: lineOf,
    DocumentRemoved: lineOf,
    DocumentJudged: lineOf,
    EligibilityChecked: lineOf,
    DecreeNumbered: lineOf,
    DecreePrinted: lineOf,
    ApprovalRescinded: lineOf,
    TransferTookEffect: lineOf,
    TransferHalted: lineOf,
    TransferCompleted: lineOf,
  } satisfies Readonly<Record<AnyCaseEvent['type'], unknown>>,
});

import { projection, type Recorded } from '@app/event-store';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { caseIdOf } from '../case-streams.js';

type AnyCaseEvent = ProposalEvent | CaseEvent;

/** One event of a case, as it is shown. */
export type TimelineLine = Readonly<{
  id: string;
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

/** What one command did: nearly always several events, which would cost as many rows and as many entries in each index. */
export type TimelineRow = Readonly<{
  case_id: string;
  first_revision: number;
  last_revision: number;
  lines: readonly TimelineLine[];
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

const lineOf = (event: Recorded<AnyCaseEvent>): TimelineLine => {
  const data = fieldsOf(event.data);
  const capacity = fieldsOf(data['by']);
  return {
    id: event.id,
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

const added = (row: TimelineRow | undefined, event: Recorded<AnyCaseEvent>): TimelineRow => {
  const line = lineOf(event);
  if (row) return { ...row, last_revision: line.revision, lines: [...row.lines, line] };
  const caseId = caseIdOf(event.stream) ?? event.stream;
  return { case_id: caseId, first_revision: line.revision, last_revision: line.revision, lines: [line] };
};

/** Everything that happened in a case, one row per command. The compiler finds an event that is missing here. */
export const timeline = projection<TimelineRow, AnyCaseEvent>({
  name: 'case_timeline',
  version: 2,
  columns: { case_id: 'text', first_revision: 'integer', last_revision: 'integer', lines: 'jsonb' },
  indexes: [['case_id', 'last_revision']],
  key: ({ stream, metadata }) => `${metadata.commandId} ${stream}`,
  on: {
    CaseStarted: added,
    CaseSubmitted: added,
    StageOpened: added,
    StageSkipped: added,
    StageKept: added,
    DecisionMade: added,
    CheckRecorded: added,
    StageClosed: added,
    CaseReturned: added,
    DeadlinePassed: added,
    ReminderFellDue: added,
    CaseMigrated: added,
    ExternalAnswerRecorded: added,
    LinesFellOut: added,
    InformationAsked: added,
    InformationAnswered: added,
    ClockPaused: added,
    ClockResumed: added,
    TaskClaimed: added,
    TaskReleased: added,
    TaskReassigned: added,
    AdviserAdded: added,
    AdviceGiven: added,
    Recused: added,
    CaseSuspended: added,
    CaseResumed: added,
    AttachmentAdded: added,
    VacancyFound: added,
    DeadlinesReplanned: added,
    CommentAdded: added,
    CaseClosed: added,
    DossierRecorded: added,
    ProposalDrafted: added,
    ProposalAmended: added,
    DocumentAttached: added,
    DocumentRemoved: added,
    DocumentJudged: added,
    EligibilityChecked: added,
    DecreeNumbered: added,
    DecreePrinted: added,
    ApprovalRescinded: added,
    TransferTookEffect: added,
    TransferHalted: added,
    TransferCompleted: added,
  } satisfies Readonly<Record<AnyCaseEvent['type'], unknown>>,
});

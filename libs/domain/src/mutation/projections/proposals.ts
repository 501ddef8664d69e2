import { projection } from '@app/event-store';
import type { Schedule, Text } from '@app/workflow';
import type { MoveType, ProposalEvent } from '../events.js';
import type { Status } from '../state.js';
import { idOf, transferOf } from '../streams.js';

export type ProposalRow = Readonly<{
  id: string;
  status: Status;
  /** A stage's key, `submission`, `decree`, or nothing once it waits for nobody. */
  stage: string | null;
  round: number;
  move_type: MoveType;
  own_request: boolean;
  employee_id: string;
  from_post: string;
  from_unit: string;
  from_agency: string;
  to_post: string;
  to_unit: string;
  to_agency: string;
  proposed_by: string;
  proposer_role: string;
  proposer_office: string;
  /** The wished date. */
  effective_date: string | null;
  /** When the open stage, or the repair, began and falls due. */
  stage_since: string | null;
  due_on: string | null;
  due_at: string | null;
  decree_number: string | null;
  decree_date: string | null;
  decree_effective_date: string | null;
  halted: string | null;
  /** Who has decided, submitted, judged or issued something here. */
  acted: readonly string[];
  /** Stages' titles by key, of the definition the case runs on. */
  titles: Readonly<Record<string, Text>>;
  created_at: string;
  submitted_at: string | null;
  updated_at: string;
}>;

type Type = ProposalEvent['type'];
type Data<T extends Type> = Extract<ProposalEvent, { type: T }>['data'];

/** A handler that changes some columns of a row that is there, and notes when. */
const change =
  <T extends Type>(changed: (data: Data<T>, row: ProposalRow) => Partial<ProposalRow>) =>
  (
    row: ProposalRow | undefined,
    { data, metadata }: Readonly<{ data: Data<T>; metadata: Readonly<{ at: string }> }>,
  ): ProposalRow | undefined =>
    row && { ...row, ...changed(data, row), updated_at: metadata.at };

const waiting = (stage: string, since: string, schedule: Schedule | undefined): Partial<ProposalRow> => ({
  stage,
  stage_since: since,
  due_on: schedule?.dueOn ?? null,
  due_at: schedule?.dueAt ?? null,
});

const waitingForNobody = { stage: null, stage_since: null, due_on: null, due_at: null } as const;

const withActor = ({ acted }: ProposalRow, person: string): readonly string[] =>
  acted.includes(person) ? acted : [...acted, person];

/** Every proposal, one row each, as lists show it. */
export const proposals = projection<ProposalRow, ProposalEvent>({
  name: 'mutation_proposals',
  version: 1,
  columns: {
    id: 'text',
    status: 'text',
    stage: 'text',
    round: 'integer',
    move_type: 'text',
    own_request: 'boolean',
    employee_id: 'text',
    from_post: 'text',
    from_unit: 'text',
    from_agency: 'text',
    to_post: 'text',
    to_unit: 'text',
    to_agency: 'text',
    proposed_by: 'text',
    proposer_role: 'text',
    proposer_office: 'text',
    effective_date: 'date',
    stage_since: 'timestamptz',
    due_on: 'date',
    due_at: 'timestamptz',
    decree_number: 'text',
    decree_date: 'date',
    decree_effective_date: 'date',
    halted: 'text',
    acted: 'text[]',
    titles: 'jsonb',
    created_at: 'timestamptz',
    submitted_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  // What a reader may see is asked with `or`, which no index answers: his list is read in its order.
  indexes: [['updated_at', 'id'], ['status', 'updated_at'], ['from_post']],
  // A case that is no transfer has the engine's events as well, and no row here.
  key: ({ stream }) => transferOf(stream),
  on: {
    CaseStarted: (_, { stream, data: { definition, subject, by, at } }) => ({
      id: idOf(stream),
      status: 'draft',
      round: 1,
      move_type: 'INTERNAL_ROTATION',
      own_request: false,
      employee_id: subject,
      from_post: '',
      from_unit: '',
      from_agency: '',
      to_post: '',
      to_unit: '',
      to_agency: '',
      proposed_by: by.by,
      proposer_role: by.role,
      proposer_office: by.office,
      effective_date: null,
      ...waitingForNobody,
      decree_number: null,
      decree_date: null,
      decree_effective_date: null,
      halted: null,
      acted: [by.by],
      titles: Object.fromEntries(definition.stages.map(({ key, title }) => [key, title])),
      created_at: at,
      submitted_at: null,
      updated_at: at,
    }),
    ProposalDrafted: change<'ProposalDrafted'>((dossier) => ({ ...placesOf(dossier), stage: 'submission' })),
    ProposalAmended: change<'ProposalAmended'>(({ dossier }) => placesOf(dossier)),
    CaseSubmitted: change<'CaseSubmitted'>(({ round, by, at }, row) => ({
      ...waitingForNobody,
      status: 'submitted',
      round,
      submitted_at: row.submitted_at ?? at,
      acted: withActor(row, by.by),
    })),
    StageOpened: change<'StageOpened'>(({ stage, round, schedule, at }) => ({
      status: 'submitted',
      round,
      ...waiting(stage, at, schedule),
    })),
    DecisionMade: change<'DecisionMade'>(({ by }, row) => ({ acted: withActor(row, by.by) })),
    StageClosed: change<'StageClosed'>(() => waitingForNobody),
    CaseReturned: change<'CaseReturned'>(({ to, round, schedule, at }) =>
      to === 'submission' ? { status: 'returned', round, ...waiting('submission', at, schedule) } : { round },
    ),
    CaseClosed: change<'CaseClosed'>(({ outcome, at }) => ({
      ...waitingForNobody,
      status: outcome,
      ...(outcome === 'approved' && { stage: 'decree', stage_since: at }),
    })),
    DocumentAttached: change<'DocumentAttached'>(() => ({})),
    DocumentRemoved: change<'DocumentRemoved'>(() => ({})),
    DocumentJudged: change<'DocumentJudged'>(({ by }, row) => ({ acted: withActor(row, by) })),
    CommentAdded: change<'CommentAdded'>(() => ({})),
    DecreeNumbered: change<'DecreeNumbered'>(({ number, date, effectiveDate, by }, row) => ({
      ...waitingForNobody,
      status: 'decreed',
      decree_number: number,
      decree_date: date,
      decree_effective_date: effectiveDate,
      acted: withActor(row, by),
    })),
    ApprovalRescinded: change<'ApprovalRescinded'>(({ by }, row) => ({
      ...waitingForNobody,
      status: 'rescinded',
      halted: null,
      acted: withActor(row, by),
    })),
    TransferTookEffect: change<'TransferTookEffect'>(() => ({ status: 'effective', halted: null })),
    TransferHalted: change<'TransferHalted'>(({ because }) => ({ status: 'decreed', halted: because })),
    TransferCompleted: change<'TransferCompleted'>(() => ({ status: 'completed', halted: null })),
  },
});

const placesOf = (dossier: Omit<Data<'ProposalDrafted'>, 'reason' | 'by' | 'proposerRole' | 'at'>): Partial<ProposalRow> => ({
  move_type: dossier.moveType,
  own_request: dossier.ownRequest,
  employee_id: dossier.employeeId,
  from_post: dossier.fromPost,
  from_unit: dossier.fromUnit,
  from_agency: dossier.fromAgency,
  to_post: dossier.toPost,
  to_unit: dossier.toUnit,
  to_agency: dossier.toAgency,
  effective_date: dossier.effectiveDate,
});

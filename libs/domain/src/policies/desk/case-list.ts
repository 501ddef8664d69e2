import { projection } from '@app/event-store';
import type { Schedule, Text } from '@app/workflow';
import type { CaseEvent, Dossier } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { caseOf, type CaseKind } from '../case-streams.js';

type AnyCaseEvent = ProposalEvent | CaseEvent;
type Type = AnyCaseEvent['type'];
type Data<T extends Type> = Extract<AnyCaseEvent, { type: T }>['data'];

/** What is open in a case. `stage`: a stage's key, `submission`, or `decree` for an approved transfer. */
export type OpenLine = Readonly<{ stage: string; since: string; dueOn: string | null; dueAt: string | null }>;

/** Where any case stands, a transfer or whatever else. */
export type CaseRow = Readonly<{
  id: string;
  kind: CaseKind;
  definition: string;
  version: number;
  title: Text;
  status: string;
  open: readonly OpenLine[];
  round: number;
  subject: string;
  started_by: string;
  starter_role: string;
  starter_office: string;
  /** The fields of the dossier that are in the clear; empty for a transfer, which has columns of its own. */
  dossier: Dossier;
  /** Offices that have to do with this case in particular: of the subject, and of those above him. */
  concerned: readonly string[];
  /** Who has decided or submitted something here. */
  acted: readonly string[];
  /** Stages' titles by key, of the definition it runs on. */
  titles: Readonly<Record<string, Text>>;
  created_at: string;
  submitted_at: string | null;
  updated_at: string;
}>;

/** A handler that changes some columns of a row that is there, and notes when. */
const change =
  <T extends Type>(changed: (data: Data<T>, row: CaseRow) => Partial<CaseRow>) =>
  (
    row: CaseRow | undefined,
    { data, metadata }: Readonly<{ data: Data<T>; metadata: Readonly<{ at: string }> }>,
  ): CaseRow | undefined =>
    row && { ...row, ...changed(data, row), updated_at: metadata.at };

const line = (stage: string, since: string, schedule?: Schedule): OpenLine => ({
  stage,
  since,
  dueOn: schedule?.dueOn ?? null,
  dueAt: schedule?.dueAt ?? null,
});

const without = ({ open }: CaseRow, stage: string): readonly OpenLine[] => open.filter((each) => each.stage !== stage);

const withActor = ({ acted }: CaseRow, person: string): readonly string[] =>
  acted.includes(person) ? acted : [...acted, person];

/** Of a definition that many cases have in common they are made once. */
const titlesKnown = new WeakMap<object, CaseRow['titles']>();
const titlesOf = (definition: Data<'CaseStarted'>['definition']): CaseRow['titles'] => {
  const known = titlesKnown.get(definition);
  if (known) return known;
  const titles = Object.fromEntries(definition.stages.map(({ key, title }) => [key, title]));
  titlesKnown.set(definition, titles);
  return titles;
};

const concernedIn = (offices: Iterable<string>): readonly string[] => [
  ...new Set([...offices].filter((office) => office.startsWith('head:') || office.startsWith('person:'))),
];

/** Every case there is, one row each, as lists show it. */
export const caseList = projection<CaseRow, AnyCaseEvent>({
  name: 'case_list',
  version: 2,
  columns: {
    id: 'text',
    kind: 'text',
    definition: 'text',
    version: 'integer',
    title: 'jsonb',
    status: 'text',
    open: 'jsonb',
    round: 'integer',
    subject: 'text',
    started_by: 'text',
    starter_role: 'text',
    starter_office: 'text',
    dossier: 'jsonb',
    concerned: 'text[]',
    acted: 'text[]',
    titles: 'jsonb',
    created_at: 'timestamptz',
    submitted_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  indexes: [
    ['updated_at', 'id'],
    ['definition', 'status', 'updated_at'],
    ['subject'],
    ['started_by'],
    ['starter_office'],
    ['acted'],
  ],
  key: ({ stream }) => caseOf(stream)?.id,
  on: {
    CaseStarted: (_, { stream, data: { definition, subject, by, at } }) => {
      const { kind = 'case', id = stream } = caseOf(stream) ?? {};
      return {
        id,
        kind,
        definition: definition.id,
        version: definition.version,
        title: definition.title,
        status: 'draft',
        open: [line('submission', at)],
        round: 1,
        subject,
        started_by: by.by,
        starter_role: by.role,
        starter_office: by.office,
        dossier: {},
        concerned: [`person:${subject}`],
        acted: [by.by],
        titles: titlesOf(definition),
        created_at: at,
        submitted_at: null,
        updated_at: at,
      };
    },
    DossierRecorded: change<'DossierRecorded'>(({ plain, offices }, { subject }) => ({
      dossier: plain,
      concerned: concernedIn([`person:${subject}`, ...Object.values(offices)]),
    })),
    ProposalDrafted: change<'ProposalDrafted'>((dossier) => ofTransfer(dossier)),
    ProposalAmended: change<'ProposalAmended'>(({ dossier }) => ofTransfer(dossier)),
    CaseSubmitted: change<'CaseSubmitted'>(({ round, by, at }, row) => ({
      open: [],
      status: 'submitted',
      round,
      submitted_at: row.submitted_at ?? at,
      acted: withActor(row, by.by),
    })),
    StageOpened: change<'StageOpened'>(({ stage, round, schedule, at }, row) => ({
      status: 'submitted',
      round,
      open: [...without(row, stage), line(stage, at, schedule)],
    })),
    DecisionMade: change<'DecisionMade'>(({ by }, row) => ({ acted: withActor(row, by.by) })),
    StageClosed: change<'StageClosed'>(({ stage }, row) => ({ open: without(row, stage) })),
    CaseReturned: change<'CaseReturned'>(({ to, round, schedule, at }) =>
      to === 'submission' ? { status: 'returned', round, open: [line('submission', at, schedule)] } : { round },
    ),
    CaseMigrated: change<'CaseMigrated'>(({ definition }) => ({
      version: definition.version,
      title: definition.title,
      titles: titlesOf(definition),
    })),
    ClockResumed: change<'ClockResumed'>(({ stage, wait, schedule }, { open }) => ({
      open: open.map((each) => (each.stage === stage && !wait ? line(stage, each.since, schedule) : each)),
    })),
    DeadlinesReplanned: change<'DeadlinesReplanned'>(({ stage, wait, to }, { open }) => ({
      open: open.map((each) => (each.stage === stage && !wait ? line(stage, each.since, to) : each)),
    })),
    CommentAdded: change<'CommentAdded'>(() => ({})),
    AttachmentAdded: change<'AttachmentAdded'>(() => ({})),
    CaseClosed: (row, { stream, data: { outcome, at }, metadata }) =>
      row && {
        ...row,
        status: outcome,
        open: outcome === 'approved' && caseOf(stream)?.kind === 'mutation' ? [line('decree', at)] : [],
        updated_at: metadata.at,
      },
    DecreeNumbered: change<'DecreeNumbered'>(({ by }, row) => ({ status: 'decreed', open: [], acted: withActor(row, by) })),
    ApprovalRescinded: change<'ApprovalRescinded'>(({ by }, row) => ({
      status: 'rescinded',
      open: [],
      acted: withActor(row, by),
    })),
    DocumentJudged: change<'DocumentJudged'>(({ by }, row) => ({ acted: withActor(row, by) })),
    TransferTookEffect: change<'TransferTookEffect'>(() => ({ status: 'effective' })),
    TransferHalted: change<'TransferHalted'>(() => ({ status: 'decreed' })),
    TransferCompleted: change<'TransferCompleted'>(() => ({ status: 'completed' })),
  },
});

const ofTransfer = ({
  employeeId,
  fromAgency,
  toAgency,
}: Readonly<{ employeeId: string; fromAgency: string; toAgency: string }>): Partial<CaseRow> => ({
  subject: employeeId,
  concerned: [`person:${employeeId}`, `head:${fromAgency}`, `head:${toAgency}`],
});

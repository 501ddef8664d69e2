import { projection } from '@app/event-store';
import type { Capacity, Holding, Role, Schedule, WaitKind } from '@app/workflow';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { caseIdOf, caseOf } from '../case-streams.js';

/** One thing that a case waits for. */
export type Wait = Readonly<{
  /** A stage's key, `submission` for a repair, `decree` for an approved transfer. */
  stage: string;
  /** `act` at the stage, or `answer` or `advise` what was asked there. */
  task: 'act' | 'answer' | 'advise';
  round: number;
  role: Role;
  /** The offices that may act, whether filled or vacant. */
  offices: readonly string[];
  /** Who has acted at this stage already; with a substitute also the seat he voted for. */
  voted: readonly string[];
  /** Who has taken the task, or was given it: nobody else needs to look at it. */
  claimed_by: string | null;
  due_on: string | null;
  due_at: string | null;
  opened_at: string;
}>;

export type InboxRow = Readonly<{
  case_id: string;
  subject: string;
  /** What is waited for now, several stages where they are beside each other; a draft and a decided case wait for nothing. */
  waits: readonly Wait[];
  /** The offices of all waits. */
  offices: readonly string[];
  /** While nothing may be done but resume it. */
  suspended: boolean;
  starter_role: string;
  starter_office: string;
  /** The office that each role means in this case, as far as it is known without asking who holds it. */
  means: Readonly<Record<Role, string>>;
}>;

/** Offices that a role always means. */
const fixed: Readonly<Record<Role, string>> = {
  HR_OFFICER: 'hr-officer',
  TPK_MEMBER: 'tpk',
  SECRETARY: 'secretary',
  REGENT: 'regent',
  AUDITOR: 'auditor',
};

/** Offices that follow from a transfer. */
const relative = ({
  employeeId,
  fromAgency,
  toAgency,
}: Readonly<{ employeeId: string; fromAgency: string; toAgency: string }>): InboxRow['means'] => ({
  ...fixed,
  EMPLOYEE: `person:${employeeId}`,
  ORIGIN_HEAD: `head:${fromAgency}`,
  DEST_HEAD: `head:${toAgency}`,
});

const officesOf = ({ means }: InboxRow, role: Role, holdings: readonly Holding[]): readonly string[] => {
  const known = means[role];
  return [...new Set([...(known === undefined ? [] : [known]), ...holdings.map(({ office }) => office)])];
};

const due = (schedule: Schedule | undefined) => ({ due_on: schedule?.dueOn ?? null, due_at: schedule?.dueAt ?? null });

const waitingFor = (row: InboxRow, waits: readonly Wait[]): InboxRow => ({
  ...row,
  waits,
  offices: [...new Set(waits.flatMap(({ offices }) => offices))],
});

/** `of`: an answer that was asked for there falls due for itself. */
const rescheduled = (
  row: InboxRow,
  { stage, wait: of }: Readonly<{ stage: string; wait?: WaitKind }>,
  schedule: Schedule,
): InboxRow => ({
  ...row,
  waits: row.waits.map((wait) =>
    wait.stage === stage && (wait.task === 'answer') === (of === 'question') ? { ...wait, ...due(schedule) } : wait,
  ),
});

const without = ({ waits }: InboxRow, stage: string, task?: Wait['task']): readonly Wait[] =>
  waits.filter((wait) => wait.stage !== stage || (task !== undefined && wait.task !== task));

/** Changes what is waited for at a stage itself. */
const atStage = (row: InboxRow, stage: string, change: (wait: Wait) => Partial<Wait>): InboxRow =>
  waitingFor(
    row,
    row.waits.map((wait) => (wait.stage === stage && wait.task === 'act' ? { ...wait, ...change(wait) } : wait)),
  );

/** A wait for somebody who was asked at a stage: whoever holds a role of the case, or a person. */
const askedOf = (
  row: InboxRow,
  task: 'answer' | 'advise',
  asked: Readonly<{ stage: string; round: number; of: string; schedule?: Schedule; at: string }>,
): Wait => {
  const role = asked.of === 'submission' ? row.starter_role : asked.of;
  const known = asked.of === 'submission' ? row.starter_office : row.means[role];
  return {
    stage: asked.stage,
    task,
    round: asked.round,
    role: known === undefined ? '' : role,
    offices: [known ?? `person:${asked.of}`],
    voted: [],
    claimed_by: null,
    ...due(asked.schedule),
    opened_at: asked.at,
  };
};

/** Who has acted, and the seat he acted for. */
const withSeat = (voted: readonly string[], { by, onBehalfOf }: Pick<Capacity, 'by' | 'onBehalfOf'>): readonly string[] => [
  ...voted,
  by,
  ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
];

/** What each case waits for. One row per case that may still wait, gone once it is decided (a transfer: decreed) or has died. */
export const inbox = projection<InboxRow, ProposalEvent | CaseEvent>({
  name: 'case_inbox',
  version: 2,
  columns: {
    case_id: 'text',
    subject: 'text',
    waits: 'jsonb',
    offices: 'text[]',
    suspended: 'boolean',
    starter_role: 'text',
    starter_office: 'text',
    means: 'jsonb',
  },
  indexes: [['offices']],
  key: ({ stream }) => caseIdOf(stream),
  on: {
    CaseStarted: (_, { stream, data: { subject, by } }) => ({
      case_id: caseIdOf(stream) ?? stream,
      subject,
      waits: [],
      offices: [],
      suspended: false,
      starter_role: by.role,
      starter_office: by.office,
      means: fixed,
    }),
    ProposalDrafted: (row, { data }) => row && { ...row, subject: data.employeeId, means: relative(data) },
    ProposalAmended: (row, { data: { dossier } }) => row && { ...row, subject: dossier.employeeId, means: relative(dossier) },
    DossierRecorded: (row, { data: { offices } }) => row && { ...row, means: offices },
    StageOpened: (row, { data: { stage, round, role, holdings, schedule, carries, at } }) =>
      row &&
      waitingFor(row, [
        ...without(row, stage),
        {
          stage,
          task: 'act',
          round,
          role,
          offices: officesOf(row, role, holdings),
          voted: carries?.voted ?? [],
          claimed_by: carries?.claimedBy ?? null,
          ...due(schedule),
          opened_at: at,
        },
        ...(carries?.advisers ?? []).map((of) => askedOf(row, 'advise', { stage, round, of, at })),
        ...(carries?.asked ? [askedOf(row, 'answer', { stage, round, ...carries.asked })] : []),
      ]),
    VacancyFound: (row, { data: { stage, instead } }) =>
      row &&
      waitingFor(
        row,
        row.waits.map((wait) =>
          wait.stage === stage
            ? { ...wait, offices: [...new Set([...wait.offices, ...instead.map(({ office }) => office)])] }
            : wait,
        ),
      ),
    DeadlinesReplanned: (row, { data }) => row && rescheduled(row, data, data.to),
    ClockResumed: (row, { data }) => row && rescheduled(row, data, data.schedule),
    DecisionMade: (row, { data: { stage, by } }) => row && atStage(row, stage, ({ voted }) => ({ voted: withSeat(voted, by) })),
    Recused: (row, { data: { stage, by } }) => row && atStage(row, stage, ({ voted }) => ({ voted: withSeat(voted, by) })),
    TaskClaimed: (row, { data: { stage, by } }) => row && atStage(row, stage, () => ({ claimed_by: by.by })),
    TaskReassigned: (row, { data: { stage, to } }) => row && atStage(row, stage, () => ({ claimed_by: to })),
    TaskReleased: (row, { data: { stage } }) => row && atStage(row, stage, () => ({ claimed_by: null })),
    InformationAsked: (row, { data }) => row && waitingFor(row, [...row.waits, askedOf(row, 'answer', data)]),
    InformationAnswered: (row, { data: { stage } }) => row && waitingFor(row, without(row, stage, 'answer')),
    AdviserAdded: (row, { data: { adviser, ...data } }) =>
      row && waitingFor(row, [...row.waits, askedOf(row, 'advise', { ...data, of: adviser })]),
    AdviceGiven: (row, { data: { stage, by } }) =>
      row &&
      waitingFor(
        row,
        row.waits.filter((wait) => wait.stage !== stage || wait.task !== 'advise' || !wait.offices.includes(`person:${by}`)),
      ),
    CaseSuspended: (row) => row && { ...row, suspended: true },
    CaseResumed: (row) => row && { ...row, suspended: false },
    StageClosed: (row, { data: { stage } }) => row && waitingFor(row, without(row, stage)),
    CaseReturned: (row, { data: { to, round, schedule, at } }) =>
      row &&
      (to === 'submission'
        ? waitingFor(row, [
            {
              stage: 'submission',
              task: 'act',
              claimed_by: null,
              round,
              role: row.starter_role,
              offices: [...new Set([row.starter_office, ...officesOf(row, row.starter_role, [])])],
              voted: [],
              ...due(schedule),
              opened_at: at,
            },
          ])
        : row),
    CaseSubmitted: (row) => row && waitingFor(row, []),
    CaseClosed: (row, { stream, data: { outcome, round, at } }) =>
      row && outcome === 'approved' && caseOf(stream)?.kind === 'mutation'
        ? waitingFor(row, [
            {
              stage: 'decree',
              task: 'act',
              claimed_by: null,
              round,
              role: 'HR_OFFICER',
              offices: officesOf(row, 'HR_OFFICER', []),
              voted: [],
              ...due(undefined),
              opened_at: at,
            },
          ])
        : undefined,
    DecreeNumbered: () => undefined,
    ApprovalRescinded: () => undefined,
  },
});

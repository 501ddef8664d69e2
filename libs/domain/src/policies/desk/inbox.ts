import { projection } from '@app/event-store';
import type { Holding, Role, Schedule } from '@app/workflow';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { caseIdOf, caseOf } from '../case-streams.js';

/** One thing that a case waits for. */
export type Wait = Readonly<{
  /** A stage's key, `submission` for a repair, `decree` for an approved transfer. */
  stage: string;
  round: number;
  role: Role;
  /** The offices that may act, whether filled or vacant. */
  offices: readonly string[];
  /** Who has acted at this stage already; with a substitute also the seat he voted for. */
  voted: readonly string[];
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

const without = ({ waits }: InboxRow, stage: string): readonly Wait[] => waits.filter((wait) => wait.stage !== stage);

/** What each case waits for. One row per case that may still wait, gone once it is decided (a transfer: decreed) or has died. */
export const inbox = projection<InboxRow, ProposalEvent | CaseEvent>({
  name: 'case_inbox',
  version: 1,
  columns: {
    case_id: 'text',
    subject: 'text',
    waits: 'jsonb',
    offices: 'text[]',
    starter_role: 'text',
    starter_office: 'text',
    means: 'jsonb',
  },
  indexes: [['offices'], ['case_id']],
  key: ({ stream }) => caseIdOf(stream),
  on: {
    CaseStarted: (_, { stream, data: { subject, by } }) => ({
      case_id: caseIdOf(stream) ?? stream,
      subject,
      waits: [],
      offices: [],
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
          round,
          role,
          offices: officesOf(row, role, holdings),
          voted: carries?.voted ?? [],
          ...due(schedule),
          opened_at: at,
        },
      ]),
    DecisionMade: (row, { data: { stage, by } }) =>
      row && {
        ...row,
        waits: row.waits.map((wait) =>
          wait.stage === stage
            ? { ...wait, voted: [...wait.voted, by.by, ...(by.onBehalfOf === undefined ? [] : [by.onBehalfOf])] }
            : wait,
        ),
      },
    StageClosed: (row, { data: { stage } }) => row && waitingFor(row, without(row, stage)),
    CaseReturned: (row, { data: { to, round, schedule, at } }) =>
      row &&
      (to === 'submission'
        ? waitingFor(row, [
            {
              stage: 'submission',
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

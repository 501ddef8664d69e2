import { projection } from '@app/event-store';
import type { Holding, Schedule } from '@app/workflow';
import type { ProposalEvent } from '../events.js';
import { idOf } from '../streams.js';

export type InboxRow = Readonly<{
  case_id: string;
  employee_id: string;
  from_agency: string;
  to_agency: string;
  /** Whether anybody is waited for; a draft and a decided case wait for nobody. */
  waits: boolean;
  /** A stage's key, `submission` for a repair, `decree` for an approved case. */
  stage: string;
  round: number;
  role: string;
  /** The offices that may act, whether filled or vacant. */
  offices: readonly string[];
  /** Who has acted at this stage already; with a substitute also the seat he voted for. */
  voted: readonly string[];
  due_on: string | null;
  due_at: string | null;
  opened_at: string;
  starter_role: string;
  starter_office: string;
}>;

/** Offices that a role always means, and those that follow from the case. The rest are the holders' at the time of opening. */
const fixed: Readonly<Record<string, string>> = {
  HR_OFFICER: 'hr-officer',
  TPK_MEMBER: 'tpk',
  SECRETARY: 'secretary',
  REGENT: 'regent',
  AUDITOR: 'auditor',
};

const officesOf = (
  { employee_id, from_agency, to_agency }: InboxRow,
  role: string,
  holdings: readonly Holding[],
): readonly string[] => {
  const relative: Readonly<Record<string, string>> = {
    EMPLOYEE: `person:${employee_id}`,
    ORIGIN_HEAD: `head:${from_agency}`,
    DEST_HEAD: `head:${to_agency}`,
  };
  const known = fixed[role] ?? relative[role];
  return [...new Set([...(known === undefined ? [] : [known]), ...holdings.map(({ office }) => office)])];
};

const due = (schedule: Schedule | undefined) => ({ due_on: schedule?.dueOn ?? null, due_at: schedule?.dueAt ?? null });

/** What each open case waits for. One row per case that may still wait, gone once it is decreed or has died. */
export const inbox = projection<InboxRow, ProposalEvent>({
  name: 'mutation_inbox',
  version: 1,
  columns: {
    case_id: 'text',
    employee_id: 'text',
    from_agency: 'text',
    to_agency: 'text',
    waits: 'boolean',
    stage: 'text',
    round: 'integer',
    role: 'text',
    offices: 'text[]',
    voted: 'text[]',
    due_on: 'date',
    due_at: 'timestamptz',
    opened_at: 'timestamptz',
    starter_role: 'text',
    starter_office: 'text',
  },
  indexes: [['offices'], ['due_at', 'case_id']],
  key: ({ stream }) => idOf(stream),
  on: {
    CaseStarted: (_, { stream, data: { subject, by, at } }) => ({
      case_id: idOf(stream),
      employee_id: subject,
      from_agency: '',
      to_agency: '',
      waits: false,
      stage: 'submission',
      round: 1,
      role: by.role,
      offices: [by.office],
      voted: [],
      ...due(undefined),
      opened_at: at,
      starter_role: by.role,
      starter_office: by.office,
    }),
    ProposalDrafted: (row, { data: { employeeId, fromAgency, toAgency } }) =>
      row && { ...row, employee_id: employeeId, from_agency: fromAgency, to_agency: toAgency },
    ProposalAmended: (row, { data: { dossier } }) =>
      row && { ...row, employee_id: dossier.employeeId, from_agency: dossier.fromAgency, to_agency: dossier.toAgency },
    StageOpened: (row, { data: { stage, round, role, holdings, schedule, carries, at } }) =>
      row && {
        ...row,
        waits: true,
        stage,
        round,
        role,
        offices: officesOf(row, role, holdings),
        voted: carries?.voted ?? [],
        ...due(schedule),
        opened_at: at,
      },
    DecisionMade: (row, { data: { by } }) =>
      row && { ...row, voted: [...row.voted, by.by, ...(by.onBehalfOf === undefined ? [] : [by.onBehalfOf])] },
    StageClosed: (row) => row && { ...row, waits: false },
    CaseReturned: (row, { data: { to, round, schedule, at } }) =>
      row &&
      (to === 'submission'
        ? {
            ...row,
            waits: true,
            stage: 'submission',
            round,
            role: row.starter_role,
            offices: [...new Set([row.starter_office, ...officesOf(row, row.starter_role, [])])],
            voted: [],
            ...due(schedule),
            opened_at: at,
          }
        : row),
    CaseSubmitted: (row) => row && { ...row, waits: false },
    CaseClosed: (row, { data: { outcome, round, at } }) =>
      row && outcome === 'approved'
        ? {
            ...row,
            waits: true,
            stage: 'decree',
            round,
            role: 'HR_OFFICER',
            offices: officesOf(row, 'HR_OFFICER', []),
            voted: [],
            ...due(undefined),
            opened_at: at,
          }
        : undefined,
    DecreeNumbered: () => undefined,
    ApprovalRescinded: () => undefined,
  },
});

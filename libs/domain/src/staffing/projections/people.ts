import { projection } from '@app/event-store';
import { dayBefore } from '../days.js';
import type { CareerFacts, EmployeeType, EmploymentStatus, PersonalData, PersonEvent, Sanction } from '../events.js';
import { gradeOrder } from '../grades.js';
import type { Kin } from '../person/commands.js';

/** A sanction and whether a file brought it. A lifted one has its `until` cut short. */
export type SanctionEntry = Sanction & Readonly<{ imported: boolean }>;

/** Everything that lists and eligibility need of a person, present post included. `null` in `sanctions`, `examination` and `kin` is "not known". */
export type PersonRow = Readonly<{
  id: string;
  name: string;
  nip: string;
  birth_date: string;
  gender: 'M' | 'F';
  email: string | null;
  phone: string | null;
  employee_type: EmployeeType;
  status: EmploymentStatus;
  grade: string | null;
  grade_order: number;
  grade_since: string | null;
  tmt_cpns: string | null;
  tmt_pns: string | null;
  education: string | null;
  education_field: string | null;
  assignment: string | null;
  post: string | null;
  unit: string | null;
  agency: string | null;
  post_from: string | null;
  inaugurated: string | null;
  sanctions: readonly SanctionEntry[] | null;
  examination: boolean | null;
  kin: readonly Kin[] | null;
}>;

/** What is left of somebody whose key was destroyed. */
const FORGOTTEN: PersonalData = { name: '(dilupakan)', nip: '—', birthDate: '0001-01-01', gender: 'M' };

const ofPersonal = (personal: PersonalData | null) => {
  const { name, nip, birthDate, gender, email, phone } = personal ?? FORGOTTEN;
  return { name, nip, birth_date: birthDate, gender, email: email ?? null, phone: phone ?? null };
};

const known = (sanctions: readonly Sanction[] | null): readonly Sanction[] => sanctions ?? [];

const ofCareer = (career: CareerFacts) => ({
  employee_type: career.employeeType,
  status: career.status,
  grade: career.grade,
  grade_order: gradeOrder(career.grade),
  grade_since: career.gradeSince,
  tmt_cpns: career.tmtCpns,
  tmt_pns: career.tmtPns,
  education: career.education,
  education_field: career.educationField,
});

const NO_POST = { assignment: null, post: null, unit: null, agency: null, post_from: null, inaugurated: null };

export const people = projection<PersonRow, PersonEvent>({
  name: 'staffing_people',
  version: 1,
  columns: {
    id: 'text',
    name: 'text',
    nip: 'text',
    birth_date: 'date',
    gender: 'text',
    email: 'text',
    phone: 'text',
    employee_type: 'text',
    status: 'text',
    grade: 'text',
    grade_order: 'integer',
    grade_since: 'date',
    tmt_cpns: 'date',
    tmt_pns: 'date',
    education: 'text',
    education_field: 'text',
    assignment: 'text',
    post: 'text',
    unit: 'text',
    agency: 'text',
    post_from: 'date',
    inaugurated: 'date',
    sanctions: 'jsonb',
    examination: 'boolean',
    kin: 'jsonb',
  },
  indexes: [['post'], ['unit'], ['agency', 'name'], ['nip'], ['name']],
  key: ({ data }) => data.id,
  on: {
    PersonRegistered: (_, { data: { id, personal, career } }) => ({
      id,
      ...ofPersonal(personal),
      ...ofCareer(career),
      ...NO_POST,
      sanctions: null,
      examination: null,
      kin: null,
    }),
    PersonalDataCorrected: (row, { data }) => row && { ...row, ...ofPersonal(data.personal) },
    CareerFactsRecorded: (row, { data }) => row && { ...row, ...ofCareer(data.career) },
    EmploymentStatusChanged: (row, { data }) => row && { ...row, status: data.status },
    AssignmentStarted: (row, { data: { assignment, post, unit, agency, from, inaugurated } }) =>
      row && { ...row, assignment, post, unit, agency, post_from: from, inaugurated },
    AssignmentEnded: (row, { data }) => (row?.assignment === data.assignment ? { ...row, ...NO_POST } : row),
    // A discipline history that came with a file covers running examinations too (decisions 15).
    SanctionsImported: (row, { data }) =>
      row && {
        ...row,
        sanctions: [
          ...known(data.sanctions).map((sanction) => ({ ...sanction, imported: true })),
          ...(row.sanctions ?? []).filter(({ imported }) => !imported),
        ],
        examination: row.examination ?? false,
      },
    SanctionImposed: (row, { data }) =>
      row && { ...row, sanctions: [...(row.sanctions ?? []), { ...data.sanction, imported: false }] },
    SanctionLifted: (row, { data }) =>
      row && {
        ...row,
        sanctions: (row.sanctions ?? []).map((sanction) =>
          sanction.id === data.sanction ? { ...sanction, until: dayBefore(data.on) } : sanction,
        ),
      },
    ExaminationOpened: (row) => row && { ...row, examination: true },
    ExaminationClosed: (row) => row && { ...row, examination: false },
    KinshipDeclared: (row, { data }) => row && { ...row, kin: data.kin },
    PersonForgotten: (row) => row && { ...row, ...ofPersonal(null), sanctions: null, examination: null, kin: null },
  },
});

/** A unit and a post in the words of the import's columns. */
export type DemoUnit = Readonly<{
  code: string;
  name: string;
  parent: string;
  kind: 'OPD' | 'UNIT' | 'KECAMATAN' | 'SEKOLAH' | 'PUSKESMAS';
}>;
export type DemoPost = Readonly<{
  code: string;
  title: string;
  unit: string;
  type: 'PEJABAT NEGARA' | 'JPT PRATAMA' | 'ADMINISTRATOR' | 'PENGAWAS' | 'FUNGSIONAL' | 'PELAKSANA';
  echelon: string;
  jobClass: number | '';
  retirementAge: number;
  need: number;
  office: '' | 'KEPALA' | 'BUPATI' | 'SEKDA';
  family: string;
  /** What sort of person holds it. */
  line: 'elected' | 'managerial' | 'expert' | 'clerk' | 'teacher' | 'health';
  level: 'elected' | 'II' | 'III' | 'IV' | 'madya' | 'muda' | 'pertama' | 'skilled' | 'clerk';
}>;

type Draft = Readonly<{ code: string; title: string; unit: string; need?: number; office?: DemoPost['office'] }>;

const of =
  (rest: Omit<DemoPost, keyof Draft | 'need' | 'office'>) =>
  ({ code, title, unit, need = 1, office = '' }: Draft): DemoPost => ({
    code: `${unit}.${code}`,
    title,
    unit,
    need,
    office,
    ...rest,
  });

/** Makers of posts, with the class and the retirement age (BUP) that go with their kind (domain.md 4.3, 4.4). */
export const make = {
  elected: of({
    type: 'PEJABAT NEGARA',
    echelon: '',
    jobClass: '',
    retirementAge: 70,
    family: '',
    line: 'elected',
    level: 'elected',
  }),
  secretary: of({
    type: 'JPT PRATAMA',
    echelon: 'II.a',
    jobClass: 15,
    retirementAge: 60,
    family: '',
    line: 'managerial',
    level: 'II',
  }),
  executive: of({
    type: 'JPT PRATAMA',
    echelon: 'II.b',
    jobClass: 14,
    retirementAge: 60,
    family: '',
    line: 'managerial',
    level: 'II',
  }),
  administrator: of({
    type: 'ADMINISTRATOR',
    echelon: 'III.a',
    jobClass: 12,
    retirementAge: 58,
    family: '',
    line: 'managerial',
    level: 'III',
  }),
  division: of({
    type: 'ADMINISTRATOR',
    echelon: 'III.b',
    jobClass: 11,
    retirementAge: 58,
    family: '',
    line: 'managerial',
    level: 'III',
  }),
  supervisor: of({
    type: 'PENGAWAS',
    echelon: 'IV.a',
    jobClass: 9,
    retirementAge: 58,
    family: '',
    line: 'managerial',
    level: 'IV',
  }),
  wardSection: of({
    type: 'PENGAWAS',
    echelon: 'IV.b',
    jobClass: 8,
    retirementAge: 58,
    family: '',
    line: 'managerial',
    level: 'IV',
  }),
  madya: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 11,
    retirementAge: 60,
    family: 'expert',
    line: 'expert',
    level: 'madya',
  }),
  muda: of({ type: 'FUNGSIONAL', echelon: '', jobClass: 9, retirementAge: 58, family: 'expert', line: 'expert', level: 'muda' }),
  pertama: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 8,
    retirementAge: 58,
    family: 'expert',
    line: 'expert',
    level: 'pertama',
  }),
  analyst: of({
    type: 'PELAKSANA',
    echelon: '',
    jobClass: 7,
    retirementAge: 58,
    family: 'administration',
    line: 'expert',
    level: 'clerk',
  }),
  clerk: of({
    type: 'PELAKSANA',
    echelon: '',
    jobClass: 6,
    retirementAge: 58,
    family: 'administration',
    line: 'clerk',
    level: 'clerk',
  }),
  labourer: of({
    type: 'PELAKSANA',
    echelon: '',
    jobClass: 5,
    retirementAge: 58,
    family: 'administration',
    line: 'clerk',
    level: 'clerk',
  }),
  teacherMadya: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 11,
    retirementAge: 60,
    family: 'teacher',
    line: 'teacher',
    level: 'madya',
  }),
  teacherMuda: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 9,
    retirementAge: 60,
    family: 'teacher',
    line: 'teacher',
    level: 'muda',
  }),
  teacherPertama: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 8,
    retirementAge: 60,
    family: 'teacher',
    line: 'teacher',
    level: 'pertama',
  }),
  healthMadya: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 11,
    retirementAge: 60,
    family: 'health',
    line: 'health',
    level: 'madya',
  }),
  healthMuda: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 9,
    retirementAge: 58,
    family: 'health',
    line: 'health',
    level: 'muda',
  }),
  healthPertama: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 8,
    retirementAge: 58,
    family: 'health',
    line: 'health',
    level: 'pertama',
  }),
  healthSkilled: of({
    type: 'FUNGSIONAL',
    echelon: '',
    jobClass: 6,
    retirementAge: 58,
    family: 'health',
    line: 'health',
    level: 'skilled',
  }),
};

import type { AuthorityMatrix, Calendar, Directory, Holding } from '@app/workflow';
import {
  CaseFacts,
  type EligibilityFacts,
  type Parties,
  type PersonCard,
  type PersonFacts,
  type Place,
  type TargetFacts,
} from '../facts.js';

/** Made-up people and posts for specifications: two agencies, an HR office, a regent. */
export const people = {
  sari: 'sari',
  originHead: 'head-asal',
  destHead: 'head-tujuan',
  officer: 'officer',
  hrHead: 'hr-head',
  tpk: ['tpk-1', 'tpk-2', 'tpk-3', 'tpk-4', 'tpk-5'],
  secretary: 'secretary',
  regent: 'regent',
  auditor: 'auditor',
} as const;

export const calendar: Calendar = { version: 'test', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: [] };

const holding = (office: string, person: string, more: Partial<Holding> = {}): Holding => ({
  office,
  person,
  kind: 'definitive',
  ...more,
});

export const directory: Directory = {
  EMPLOYEE: [holding('person:sari', people.sari)],
  ORIGIN_HEAD: [holding('head:asal', people.originHead)],
  DEST_HEAD: [holding('head:tujuan', people.destHead)],
  HR_OFFICER: [holding('hr-officer', people.officer)],
  HR_HEAD: [holding('head:hr', people.hrHead)],
  TPK_MEMBER: people.tpk.map((person) => holding('tpk', person)),
  SECRETARY: [holding('secretary', people.secretary)],
  REGENT: [holding('regent', people.regent)],
  AUDITOR: [holding('auditor', people.auditor)],
};

export const sari: PersonFacts = {
  id: people.sari,
  nip: '198001012005012001',
  birthDate: '1980-01-01',
  gender: 'F',
  employeeType: 'PNS',
  status: 'active',
  grade: 'III/c',
  tmtCpns: '2005-01-01',
  tmtPns: '2006-01-01',
  assignment: {
    id: 'assignment-1',
    post: 'post-old',
    unit: 'unit-asal',
    agency: 'asal',
    from: '2022-06-01',
    inaugurated: null,
    postType: 'IMPLEMENTER',
    echelon: null,
    inFreezeScope: false,
    retirementAge: 58,
    jobFamily: null,
  },
  sanctions: [],
  underExamination: false,
  predicates: { '2024': 'good', '2025': 'very_good', '2023': 'good' },
  kin: null,
};

export const vacancy: TargetFacts = {
  id: 'post-new',
  unit: 'unit-tujuan',
  agency: 'tujuan',
  type: 'IMPLEMENTER',
  echelon: null,
  need: 1,
  incumbents: [],
  leaving: 0,
  promisedTo: [],
  inFreezeScope: false,
  retirementAge: 58,
  jobFamily: null,
  specialConsent: null,
};

export const facts: EligibilityFacts = {
  person: sari,
  target: vacancy,
  headOfRegion: { person: people.regent, status: 'definitive', inaugurated: '2021-02-26' },
  freezes: [],
  liveCases: [],
  at: '1',
};

const placeOf = (post: string): Place => {
  const side = post === 'post-old' ? 'asal' : 'tujuan';
  return {
    post: { id: post, title: post, type: 'IMPLEMENTER' },
    unit: { id: `unit-${side}`, name: `Unit ${side}` },
    agency: { id: side, name: `Dinas ${side}` },
  };
};

/** The other contexts, as values that a specification turns by hand. */
export class SmallTown extends CaseFacts {
  current: EligibilityFacts = facts;
  holders: Directory = directory;
  /** How often the rules' facts were gathered. */
  asked = 0;

  override directory({ employeeId }: Parties): Promise<Directory> {
    return Promise.resolve({ ...this.holders, EMPLOYEE: [holding(`person:${employeeId}`, employeeId)] });
  }

  /** The calendar in force; a specification may put another in its place. */
  days: Calendar = calendar;
  /** Without one, every holder may do what his office does. */
  matrix: AuthorityMatrix | undefined;
  /** Whoever is kin of the employee. */
  kin: readonly string[] = [];

  override calendar(): Promise<Calendar> {
    return Promise.resolve(this.days);
  }

  override authority(): Promise<AuthorityMatrix | undefined> {
    return Promise.resolve(this.matrix);
  }

  override kinOf(): Promise<readonly string[]> {
    return Promise.resolve(this.kin);
  }

  override eligibility({ dossier }: Parameters<CaseFacts['eligibility']>[0]): Promise<EligibilityFacts> {
    this.asked += 1;
    const { person, target } = this.current;
    return Promise.resolve({
      ...this.current,
      person: person && { ...person, id: dossier.employeeId },
      target: target && { ...target, id: dossier.toPost },
    });
  }

  override locate(employeeId: string) {
    return Promise.resolve(employeeId === 'nobody' ? undefined : { assignment: 'assignment-1', place: placeOf('post-old') });
  }

  override post(postId: string) {
    return Promise.resolve(postId === 'nowhere' ? undefined : { ...placeOf(postId), need: 1, incumbents: [] });
  }

  override people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    return Promise.resolve(new Map(ids.map((id) => [id, { id, name: id, nip: sari.nip, grade: 'III/c', employeeType: 'PNS' }])));
  }

  override officeTitle(office: string) {
    return Promise.resolve({ id: office, en: office });
  }
}

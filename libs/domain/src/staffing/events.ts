import type { Message } from '@app/decider';

/** A calendar date, `YYYY-MM-DD`. */
type Day = string;

/** `ELECTED` is the regent's: it is in the position map, but nobody is moved into it. */
export type PostType = 'ELECTED' | 'JPT_PRATAMA' | 'ADMINISTRATOR' | 'SUPERVISOR' | 'FUNCTIONAL' | 'IMPLEMENTER';
export type UnitKind = 'agency' | 'unit' | 'district' | 'school' | 'clinic';
export type EmployeeType = 'PNS' | 'CPNS' | 'PPPK' | 'ELECTED';
export type EmploymentStatus = 'active' | 'retired' | 'dismissed' | 'suspended' | 'unpaid_leave' | 'deceased' | 'moved_out';
export type SanctionLevel = 'light' | 'medium' | 'severe';

/** Encrypted with the person's own key. */
export type PersonalData = Readonly<{
  name: string;
  nip: string;
  birthDate: Day;
  gender: 'M' | 'F';
  email?: string;
  phone?: string;
}>;

/** What is known of a person that is neither name nor number. `null` where an import had the column and it was empty; absent where it had none. */
export type CareerFacts = Readonly<{
  employeeType: EmployeeType;
  status: EmploymentStatus;
  grade: string | null;
  gradeSince: Day | null;
  tmtCpns: Day | null;
  tmtPns: Day | null;
  education: string | null;
  educationField: string | null;
}>;

export type Sanction = Readonly<{ id: string; level: SanctionLevel; kind: string; from: Day; until: Day | null; letter: string }>;

/** How many years after the end of service a personnel file is kept, and what says so. */
export type Retention = Readonly<{ years: number; source: string }>;

/** Streams `unit-<id>`: an agency (OPD) or a unit of one. `agency` is the id of the OPD it belongs to (itself for an agency). */
export type UnitEvent =
  | Message<
      'UnitEstablished',
      { id: string; code: string; name: string; parent: string | null; agency: string; kind: UnitKind; at: string }
    >
  | Message<'UnitRenamed', { id: string; name: string; at: string }>;

/** Streams `post-<id>`. `office` is set where its incumbent holds an office of the workflow: `head:<unit>`, `regent`, `secretary`. */
export type PostEvent =
  | Message<
      'PostEstablished',
      {
        id: string;
        code: string;
        title: string;
        unit: string;
        agency: string;
        type: PostType;
        echelon: string | null;
        jobClass: number | null;
        /** Retirement age (BUP) in years. */
        retirementAge: number;
        need: number;
        office: string | null;
        /** Whether an election freeze covers it (Surat Mendagri 100.2.1.3/1575/SJ). */
        inFreezeScope: boolean;
        jobFamily: string | null;
        at: string;
      }
    >
  | Message<
      'PostChanged',
      {
        id: string;
        title: string;
        type: PostType;
        echelon: string | null;
        jobClass: number | null;
        retirementAge: number;
        need: number;
        office: string | null;
        inFreezeScope: boolean;
        jobFamily: string | null;
        at: string;
      }
    >;

/**
 * Streams `person-<id>`. Who holds a post is true here, and only here.
 * `until` is the last day of holding; an `until` before `from` says that it never held. `SanctionLifted.on` is the first day without.
 */
export type PersonEvent =
  | Message<'PersonRegistered', { id: string; personal: PersonalData; career: CareerFacts; at: string }>
  | Message<'PersonalDataCorrected', { id: string; personal: PersonalData; at: string }>
  | Message<'CareerFactsRecorded', { id: string; career: CareerFacts; at: string }>
  | Message<'EmploymentStatusChanged', { id: string; status: EmploymentStatus; from: Day; letter: string; at: string }>
  | Message<
      'AssignmentStarted',
      {
        id: string;
        assignment: string;
        post: string;
        unit: string;
        agency: string;
        from: Day;
        inaugurated: Day | null;
        decree: string | null;
        caseId: string | null;
        at: string;
      }
    >
  | Message<
      'AssignmentEnded',
      {
        id: string;
        assignment: string;
        post: string;
        until: Day;
        reason: 'transfer' | 'retired' | 'ended';
        caseId: string | null;
        at: string;
      }
    >
  | Message<'SanctionsImported', { id: string; sanctions: readonly Sanction[]; at: string }>
  | Message<'SanctionImposed', { id: string; sanction: Sanction; at: string }>
  | Message<'SanctionLifted', { id: string; sanction: string; on: Day; at: string }>
  | Message<'ExaminationOpened', { id: string; letter: string; on: Day; at: string }>
  | Message<'ExaminationClosed', { id: string; on: Day; at: string }>
  | Message<
      'KinshipDeclared',
      { id: string; kin: readonly Readonly<{ person: string; relation: 'spouse' | 'parent' | 'child' }>[]; at: string }
    >
  /**
   * From here on nobody may read what is personal of him: whoever learns of it destroys his key. It stays readable itself, so `reason`
   * names nobody. `retention`: how long after the last day of service his file had to be kept, and by what.
   */
  | Message<
      'PersonForgotten',
      { id: string; reason: string; by: string; outOfServiceFrom: Day; retention: Retention; at: string }
    >
  /** His key is destroyed, and every copy in clear is gone. */
  | Message<'PersonalDataErased', { id: string; at: string }>;

import type { Position } from '@app/event-store';
import type { AuthorityMatrix, Calendar, Directory, Text } from '@app/workflow';
import type { Dossier, RulePhase } from './events.js';

type Day = string;

/** `null` stands for "not known to the system" (never imported); an empty list stands for "none". */
type Known<T> = T | null;

export type PostKind = 'JPT_PRATAMA' | 'ADMINISTRATOR' | 'SUPERVISOR' | 'FUNCTIONAL' | 'IMPLEMENTER';

export type SanctionFact = Readonly<{
  level: 'light' | 'medium' | 'severe';
  kind: string;
  from: Day;
  until: Day | null;
  lifted?: Day | null;
}>;

export type AssignmentFact = Readonly<{
  id: string;
  post: string;
  unit: string;
  agency: string;
  from: Day;
  inaugurated: Day | null;
  postType: PostKind;
  echelon: string | null;
  /** Whether an election freeze covers the post that is left. */
  inFreezeScope: boolean;
  /** BUP in years. */
  retirementAge: number;
  jobFamily: string | null;
}>;

/** What the rules ask of the person. */
export type PersonFacts = Readonly<{
  id: string;
  nip: string;
  birthDate: Day;
  gender: 'M' | 'F';
  employeeType: 'PNS' | 'CPNS' | 'PPPK' | 'ELECTED';
  status: 'active' | 'retired' | 'dismissed' | 'suspended' | 'unpaid_leave' | 'deceased' | 'moved_out';
  grade: string | null;
  tmtCpns: Day | null;
  tmtPns: Day | null;
  /** The post held on the day asked for; `null` for nobody's incumbent. */
  assignment: AssignmentFact | null;
  sanctions: Known<readonly SanctionFact[]>;
  underExamination: Known<boolean>;
  /** By year, `'2025'`. A missing year is a missing predicate. */
  predicates: Known<Readonly<Record<string, string>>>;
  /** `null` where nobody ever declared any: the rules take it for "none declared". */
  kin: Known<readonly Readonly<{ person: string; relation: 'spouse' | 'parent' | 'child' }>[]>;
}>;

/** What the rules ask of the post that is wanted. */
export type TargetFacts = Readonly<{
  id: string;
  unit: string;
  agency: string;
  type: PostKind;
  echelon: string | null;
  need: number;
  /** Ids of the persons who hold it on the day asked for. */
  incumbents: readonly string[];
  /** How many of them an approved or decreed case moves elsewhere by that day. */
  leaving: number;
  /** The other live cases (never the one asked about) that hold a promise on the post. */
  promisedTo: readonly string[];
  inFreezeScope: boolean;
  retirementAge: number;
  jobFamily: string | null;
  /** Whose consent the post needs (E84), if anybody's. */
  specialConsent: string | null;
}>;

/** `inaugurated`: the day the term began; the assignment's first day where no inauguration is recorded. */
export type HeadOfRegion = Readonly<{ person: string; status: 'definitive' | 'acting'; inaugurated: Day | null }>;

/** Everything of other contexts that the eligibility rules rest on, at one position of the log. */
export type EligibilityFacts = Readonly<{
  /** `null` for an id nobody has. */
  person: PersonFacts | null;
  /** `null` where the post is not on the map of posts. */
  target: TargetFacts | null;
  headOfRegion: HeadOfRegion | null;
  /** Election freezes (UU 10/2016 Ps 71(2)); `until: null` means it has no known end. */
  freezes: readonly Readonly<{ from: Day; until: Day | null; basis: string }>[];
  /** The other live cases of the person. */
  liveCases: readonly string[];
  /** Where the read models stood from which this was taken. */
  at: Position;
}>;

/** A person as shown beside a case and written in a decree. */
export type PersonCard = Readonly<{ id: string; name: string; nip: string; grade: string | null; employeeType: string }>;

/** A post with where it is. */
export type Place = Readonly<{
  post: Readonly<{ id: string; title: string; type: PostKind }>;
  unit: Readonly<{ id: string; name: string }>;
  agency: Readonly<{ id: string; name: string }>;
}>;

/** Those of a case whom roles are relative to. */
export type Parties = Readonly<Pick<Dossier, 'employeeId' | 'fromAgency' | 'toAgency'>>;

/**
 * What a transfer needs to know of the other contexts. Ids in, plain data out; the days are those of the tenant's zone.
 *
 * Implemented over read models in `policies/case-facts.ts`. `directory` and `calendar` are asked at every decision and are
 * therefore promised without a query: from memory, made stale by position.
 */
export abstract class CaseFacts {
  /** Who holds each role of a case on a day; a vacant office is an empty list. All roles of the context are keys. */
  abstract directory(parties: Parties, day: Day): Promise<Directory>;

  /** The working days from last year to two years ahead. */
  abstract calendar(): Promise<Calendar>;

  /** Who may do what by which law; nothing where the tenant keeps no matrix. */
  authority(): Promise<AuthorityMatrix | undefined> {
    return Promise.resolve(undefined);
  }

  /** The spouse, parents and children that a person or they have declared. Asked at every decision, so promised from memory. */
  kinOf(_person: string): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  /** What the rules rest on. `day` is the day the move would take effect. */
  abstract eligibility(
    asked: Readonly<{ caseId: string; dossier: Dossier; day: Day; phase: RulePhase }>,
  ): Promise<EligibilityFacts>;

  /** Where a person is employed on a day. `undefined` for an unknown person or one without a post. */
  abstract locate(employeeId: string, day: Day): Promise<Readonly<{ assignment: string; place: Place }> | undefined>;

  abstract post(postId: string): Promise<(Place & Readonly<{ need: number; incumbents: readonly string[] }>) | undefined>;

  /** Those of the ids that are known, in one go. */
  abstract people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>>;

  /** What an office is called; the office's own name where it has no better one. */
  abstract officeTitle(office: string): Promise<Text>;
}

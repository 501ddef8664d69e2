import type { PostCommand } from '../post.js';
import type { UnitCommand } from '../unit.js';
import type { PersonCommand } from '../person/commands.js';
import type { ImportReport } from './report.js';

export type PredicateWord = 'very_good' | 'good' | 'needs_improvement' | 'poor' | 'very_poor';

/** A command without the instant at which it will be given. */
type Undated<C> = C extends { type: infer Type; data: infer Data } ? Readonly<{ type: Type; data: Omit<Data, 'at'> }> : never;

export type PlannedUnit = Undated<Extract<UnitCommand, { type: 'EstablishUnit' }>>;
export type PlannedPost = Undated<PostCommand>;
export type PlannedPerson = Undated<Extract<PersonCommand, { type: 'RecordPerson' }>> &
  Readonly<{ predicates: readonly Readonly<{ year: number; predicate: PredicateWord }>[] }>;

/** What a file comes to. Empty where the report names anything bad. */
export type Plan = Readonly<{
  report: ImportReport;
  units: readonly PlannedUnit[];
  posts: readonly PlannedPost[];
  people: readonly PlannedPerson[];
}>;

/** What is known already, by code. */
export type KnownUnit = Readonly<{ code: string; name: string; parent: string | null; agency: string; kind: string }>;
export type KnownPost = Readonly<{ code: string; unit: string; agency: string; type: string }>;
export type Known = Readonly<{
  unit: (code: string) => Promise<KnownUnit | undefined>;
  unitById: (id: string) => Promise<KnownUnit | undefined>;
  post: (code: string) => Promise<KnownPost | undefined>;
}>;

/** How ids are derived. */
export type Ids = Readonly<{ unit: (code: string) => string; post: (code: string) => string; person: (nip: string) => string }>;

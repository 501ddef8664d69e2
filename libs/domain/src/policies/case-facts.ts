import type { Kysely } from 'kysely';
import type { AuthorityMatrix, Calendar, Directory as CaseDirectory, Text } from '@app/workflow';
import {
  CaseFacts,
  leavingPost,
  type Claims,
  type Dossier,
  type EligibilityFacts,
  type Parties,
  type PersonCard,
  type Place,
  type RulePhase,
} from '@app/domain/mutation';
import { locatedOn, personFacts, placeWithNeed, targetFacts, type FactTables } from './case-facts-queries.js';
import type { Directory } from './directory.js';
import { commonPosition } from './directory-snapshot.js';

export type CaseFactsParts = Readonly<{
  db: Kysely<FactTables>;
  directory: Directory;
  /** Promises are asked where they are true, in their streams. */
  claims: Pick<Claims, 'heldOnPost' | 'heldOnPerson'>;
  calendar: () => Calendar | Promise<Calendar>;
  /** Where the tenant keeps an authority matrix. */
  authority?: () => AuthorityMatrix | undefined;
  /** Election freezes, as data. */
  freezes?: EligibilityFacts['freezes'];
}>;

const READ = [
  'staffing_units',
  'staffing_posts',
  'staffing_people',
  'staffing_assignments',
  'performance_predicates',
  'identity_grants',
  'identity_substitutes',
  'mutation_proposals',
];

/** What cases rest on, from the read models; promises from their streams. */
export class ReadModelCaseFacts extends CaseFacts {
  constructor(private readonly parts: CaseFactsParts) {
    super();
  }

  directory(parties: Parties, day: string): Promise<CaseDirectory> {
    return this.parts.directory.forCase(parties, day);
  }

  async calendar(): Promise<Calendar> {
    return this.parts.calendar();
  }

  override authority(): Promise<AuthorityMatrix | undefined> {
    return Promise.resolve(this.parts.authority?.());
  }

  override kinOf(person: string): Promise<readonly string[]> {
    return this.parts.directory.kinOf(person);
  }

  async eligibility({
    caseId,
    dossier,
    day,
  }: Readonly<{ caseId: string; dossier: Dossier; day: string; phase: RulePhase }>): Promise<EligibilityFacts> {
    const { claims, directory, freezes = [] } = this.parts;
    const read = await this.parts.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => ({
        at: await commonPosition(tx, READ),
        person: await personFacts(tx, dossier.employeeId, day),
        target: await targetFacts(tx, dossier.toPost, day),
      }));
    const moving = await leavingPost(this.parts.db, dossier.toPost, day);
    const others = (held: Readonly<Record<string, unknown>>) => Object.keys(held).filter((id) => id !== caseId);
    const onPost = others(await claims.heldOnPost(dossier.toPost));
    return {
      person: read.person,
      target: read.target && {
        ...read.target,
        promisedTo: onPost,
        leaving: read.target.incumbents.filter((person) => moving.includes(person)).length,
      },
      headOfRegion: await directory.headOfRegion(day),
      freezes,
      liveCases: others(await claims.heldOnPerson(dossier.employeeId)),
      at: read.at,
    };
  }

  locate(employeeId: string, day: string): Promise<Readonly<{ assignment: string; place: Place }> | undefined> {
    return locatedOn(this.parts.db, employeeId, day);
  }

  async post(postId: string): Promise<(Place & Readonly<{ need: number; incumbents: readonly string[] }>) | undefined> {
    const place = await placeWithNeed(this.parts.db, postId);
    if (!place) return undefined;
    const rows = await this.parts.db
      .selectFrom('staffing_people')
      .select('id')
      .where('post', '=', postId)
      .orderBy('post_from')
      .execute();
    return { ...place, incumbents: rows.map(({ id }) => id) };
  }

  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    if (ids.length === 0) return new Map();
    const rows = await this.parts.db
      .selectFrom('staffing_people')
      .select(['id', 'name', 'nip', 'grade', 'employee_type'])
      .where('id', 'in', ids)
      .execute();
    return new Map(
      rows.map(({ id, name, nip, grade, employee_type }) => [id, { id, name, nip, grade, employeeType: employee_type }]),
    );
  }

  officeTitle(office: string): Promise<Text> {
    return this.parts.directory.titleOf(office);
  }
}

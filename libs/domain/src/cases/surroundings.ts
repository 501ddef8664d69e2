import type { AuthorityMatrix, Calendar, Directory, PersonId, Role, Text } from '@app/workflow';

/** A person as shown beside a case. */
export type PersonCard = Readonly<{ id: string; name: string; nip: string; grade: string | null; employeeType: string }>;

/** Which office each role means in a case about somebody, and who fills them on a day. */
export type Offices = Readonly<{ offices: Readonly<Record<Role, string>>; directory: Directory }>;

/**
 * What a case needs to know of the other contexts. Implemented over read models in `policies/case-surroundings.ts`.
 * `officesOf` and `calendar` are asked at every decision and are therefore promised without a query.
 */
export abstract class Surroundings {
  /** By the subject alone: where he works, and who is above him there. */
  abstract officesOf(subject: PersonId, day: string): Promise<Offices>;

  abstract calendar(): Promise<Calendar>;

  /** Who may do what by which law; nothing where the tenant keeps no matrix. */
  authority(): Promise<AuthorityMatrix | undefined> {
    return Promise.resolve(undefined);
  }

  /** The spouse, parents and children that a person or they have declared. Without a query as well. */
  kinOf(_person: PersonId): Promise<readonly PersonId[]> {
    return Promise.resolve([]);
  }

  /** Whether somebody is employed here at all. */
  abstract isEmployed(person: PersonId): Promise<boolean>;

  /** Those of the ids that are known, in one go. */
  abstract people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>>;

  abstract officeTitle(office: string): Promise<Text>;
}

import { Rejection } from '@app/decider';
import { type Directory, type OfficeHeld } from '@app/domain/policies';
import { type BusinessClock } from '@app/scheduling';

/** What somebody may, on a day: his offices, by right or by letter. */
export class Standing {
  readonly roles: ReadonlySet<string>;
  /** His own person is one of them. */
  readonly offices: readonly string[];

  constructor(
    readonly person: string,
    readonly held: readonly OfficeHeld[],
  ) {
    this.roles = new Set(held.map(({ role }) => role));
    this.offices = [...new Set(held.map(({ office }) => office)), `person:${person}`];
  }

  /** What he has of his own: what was lent to him is not lent on. */
  get unlent(): Standing {
    return new Standing(
      this.person,
      this.held.filter(({ kind }) => kind !== 'delegate'),
    );
  }

  has(...roles: readonly string[]): boolean {
    return roles.some((role) => this.roles.has(role));
  }

  /** @throws Rejection `access.office-needed` (forbidden) */
  require(...roles: readonly string[]): void {
    if (!this.has(...roles))
      throw new Rejection('forbidden', 'access.office-needed', 'This takes another office.', { offices: roles.join(', ') });
  }

  /** NIP in full, and what is said of discipline: for those whose office cannot do without. */
  get seesPersonalNumbers(): boolean {
    return this.has('HR_OFFICER', 'HR_HEAD', 'AUDITOR', 'TPK_MEMBER', 'SECRETARY', 'REGENT');
  }
}

/** Who holds what, on the business day. From memory. */
export class Standings {
  constructor(
    private readonly directory: Directory,
    private readonly clock: BusinessClock,
  ) {}

  async of(person: string): Promise<Standing> {
    return new Standing(person, await this.directory.officesOf(person, this.clock.today()));
  }

  /** How many people fill the offices that are the same in every case, by role. */
  async holdersByRole(): Promise<ReadonlyMap<string, number>> {
    const nobody = { employeeId: '', fromAgency: '', toAgency: '' };
    const directory = await this.directory.forCase(nobody, this.clock.today());
    return new Map(
      [...overseers, 'TPK_MEMBER'].map((role) => [role, new Set((directory[role] ?? []).map(({ person }) => person)).size]),
    );
  }

  /** The agencies he works in or heads. Costs a query. */
  agenciesOf(person: string): Promise<readonly string[]> {
    return this.directory.agenciesOf(person, this.clock.today());
  }
}

/** Offices that have to do with every case, whomever it is about. */
export const overseers = ['HR_OFFICER', 'HR_HEAD', 'SECRETARY', 'REGENT', 'AUDITOR'] as const;

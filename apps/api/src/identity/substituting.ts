import { Rejection } from '@app/decider';
import type { SubstituteRow } from '@app/domain/identity';
import { type Directory } from '@app/domain/policies';
import type { Holding } from '@app/workflow';
import { nameIn, type Names } from '../http/names.js';
import type { NameSubstituteRequest } from './requests.js';
import type { SubstituteResponse } from './responses.js';

type Standing = Readonly<{ holders: readonly Holding[]; onBehalfOf?: string }>;

/** What the context of offices does not know: who exists, and what things are called. */
export class Substituting {
  constructor(
    private readonly names: Names,
    private readonly directory: Directory,
  ) {}

  /** @throws Rejection for an office or a person that is not there */
  async check({ office, person, onBehalfOf }: NameSubstituteRequest): Promise<void> {
    if (office.startsWith('head:') && !(await this.directory.unit(office.slice('head:'.length)))) {
      throw new Rejection('invalid', 'staffing.unit-unknown', 'There is no such unit.', { field: 'office' });
    }
    const known = await this.names.people(onBehalfOf === undefined ? [person] : [person, onBehalfOf]);
    if (onBehalfOf !== undefined && !known.has(onBehalfOf))
      throw new Rejection('invalid', 'staffing.person-unknown', 'There is no such employee.', { field: 'onBehalfOf' });
    if (!known.has(person))
      throw new Rejection('invalid', 'staffing.person-unknown', 'There is no such employee.', { field: 'person' });
  }

  /**
   * Who fills the office on the first day, which the rules ask; and whose place is taken where nobody was named and only one can
   * be meant.
   */
  async standing({ office, from, kind, onBehalfOf }: NameSubstituteRequest): Promise<Standing> {
    const holders = await this.directory.holdersOf(office, from);
    const byRight = holders.filter((holding) => holding.kind === 'definitive');
    const [only] = byRight;
    const meant = onBehalfOf ?? (kind === 'acting' || byRight.length > 1 ? undefined : only?.person);
    return { holders, ...(meant !== undefined && { onBehalfOf: meant }) };
  }

  async allShown(rows: readonly SubstituteRow[]): Promise<SubstituteResponse[]> {
    const [people, titles] = await Promise.all([
      this.names.people(rows.flatMap(({ person, on_behalf_of }) => (on_behalf_of === null ? [person] : [person, on_behalf_of]))),
      this.names.officeTitles(rows.map(({ office }) => office)),
    ]);
    return rows.map(({ id, office, person, kind, from_day, until_day, letter, on_behalf_of }) => ({
      id,
      office,
      officeTitle: titles.get(office) ?? { id: office, en: office },
      person: nameIn(people, person),
      kind,
      onBehalfOf: on_behalf_of === null ? null : nameIn(people, on_behalf_of),
      from: from_day,
      until: until_day,
      letter,
    }));
  }

  async shown(row: SubstituteRow): Promise<SubstituteResponse> {
    const [shown] = await this.allShown([row]);
    if (!shown) throw new Error(`substitute ${row.id} cannot be shown`);
    return shown;
  }
}

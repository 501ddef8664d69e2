import { Rejection } from '@app/decider';
import type { SubstituteRow } from '@app/domain/identity';
import { type Directory } from '@app/domain/policies';
import { nameIn, type Names } from '../http/names.js';
import type { NameSubstituteRequest } from './requests.js';
import type { SubstituteResponse } from './responses.js';

/** What the context of offices does not know: who exists, and what things are called. */
export class Substituting {
  constructor(
    private readonly names: Names,
    private readonly directory: Directory,
  ) {}

  /** @throws Rejection for an office or a person that is not there */
  async check({ office, person }: NameSubstituteRequest): Promise<void> {
    if (office.startsWith('head:') && !(await this.directory.unit(office.slice('head:'.length)))) {
      throw new Rejection('invalid', 'staffing.unit-unknown', 'There is no such unit.', { field: 'office' });
    }
    if (!(await this.names.people([person])).has(person))
      throw new Rejection('invalid', 'staffing.person-unknown', 'There is no such employee.', { field: 'person' });
  }

  async allShown(rows: readonly SubstituteRow[]): Promise<SubstituteResponse[]> {
    const [people, titles] = await Promise.all([
      this.names.people(rows.map(({ person }) => person)),
      this.names.officeTitles(rows.map(({ office }) => office)),
    ]);
    return rows.map(({ id, office, person, kind, from_day, until_day, letter }) => ({
      id,
      office,
      officeTitle: titles.get(office) ?? { id: office, en: office },
      person: nameIn(people, person),
      kind,
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

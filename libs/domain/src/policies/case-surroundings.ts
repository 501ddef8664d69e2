import type { AuthorityMatrix, Calendar, Text } from '@app/workflow';
import { Surroundings, type Offices, type PersonCard } from '@app/domain/cases';
import type { CaseFacts } from '@app/domain/mutation';
import type { Directory } from './directory.js';

/** What cases rest on, from the directory and from what is known of people. */
export class DirectorySurroundings extends Surroundings {
  constructor(
    private readonly directory: Directory,
    private readonly facts: Pick<CaseFacts, 'calendar' | 'authority' | 'people'>,
  ) {
    super();
  }

  officesOf(subject: string, day: string): Promise<Offices> {
    return this.directory.forSubject(subject, day);
  }

  calendar(): Promise<Calendar> {
    return this.facts.calendar();
  }

  override authority(): Promise<AuthorityMatrix | undefined> {
    return this.facts.authority();
  }

  override kinOf(person: string): Promise<readonly string[]> {
    return this.directory.kinOf(person);
  }

  async isEmployed(person: string): Promise<boolean> {
    return (await this.directory.agencyOf(`person:${person}`)) !== null;
  }

  people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    return this.facts.people(ids);
  }

  officeTitle(office: string): Promise<Text> {
    return this.directory.titleOf(office);
  }
}

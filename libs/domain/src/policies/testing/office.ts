import type { Calendar, Directory, Holding, Text } from '@app/workflow';
import { type Offices, type PersonCard, Surroundings } from '@app/domain/cases';

const held = (office: string, person: string): readonly Holding[] => [{ office, person, kind: 'definitive' }];

/** One office of a small town, for specifications: Sari, her superior, the head of their agency. */
export const staff = { sari: 'sari', superior: 'kasubag', head: 'kadis', hrOfficer: 'officer', hrHead: 'hr-head' } as const;

const offices = {
  EMPLOYEE: 'person:sari',
  UNIT_HEAD: 'head:unit',
  AGENCY_HEAD: 'head:agency',
  HR_OFFICER: 'hr-officer',
  HR_HEAD: 'head:hr',
};

export class SmallOffice extends Surroundings {
  /** Who holds what; a specification may change it. */
  directory: Directory = {
    EMPLOYEE: held('person:sari', staff.sari),
    UNIT_HEAD: held('head:unit', staff.superior),
    AGENCY_HEAD: held('head:agency', staff.head),
    HR_OFFICER: held('hr-officer', staff.hrOfficer),
    HR_HEAD: held('head:hr', staff.hrHead),
  };
  offices: Readonly<Record<string, string>> = offices;

  async officesOf(): Promise<Offices> {
    return { offices: this.offices, directory: this.directory };
  }

  async calendar(): Promise<Calendar> {
    return { version: 'test', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: ['2026-03-19', '2026-03-20'] };
  }

  async isEmployed(person: string): Promise<boolean> {
    return person === staff.sari;
  }

  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    return new Map(ids.map((id) => [id, { id, name: id.toUpperCase(), nip: '', grade: null, employeeType: 'PNS' }]));
  }

  async officeTitle(office: string): Promise<Text> {
    return { id: office, en: office };
  }
}

/** Which part of a case an office plays. Offices of posts that play none of their own are heads of a unit. */
const ROLES: Readonly<Record<string, string>> = {
  regent: 'REGENT',
  secretary: 'SECRETARY',
  'hr-officer': 'HR_OFFICER',
  tpk: 'TPK_MEMBER',
  auditor: 'AUDITOR',
  admin: 'ADMIN',
};

/** The role by which menus and permissions go. The head of an agency is `AGENCY_HEAD`, of a unit below one `UNIT_HEAD`, of the HR agency `HR_HEAD`. */
export const roleOf = (office: string, hrAgency: string | undefined, isAgency: (unit: string) => boolean): string => {
  const known = ROLES[office];
  if (known) return known;
  const unit = office.replace(/^head:/, '');
  if (unit === hrAgency) return 'HR_HEAD';
  return isAgency(unit) ? 'AGENCY_HEAD' : 'UNIT_HEAD';
};

/** What the office of a role is found by: somebody's own place, and who is above whom. */
export type Place = Readonly<{
  person: string;
  /** Where he works, and that unit's agency; absent for somebody without a post. */
  unit?: string;
  agency?: string;
  hrAgency?: string;
  /** Whether he fills an office on the day. */
  holds: (office: string) => boolean;
  superiorOf: (office: string) => string;
}>;

/** Nobody is his own superior: from his own office one goes up, to the regent at most. */
const above = (office: string, { holds, superiorOf }: Place): string => {
  let at = office;
  while (holds(at) && superiorOf(at) !== at) at = superiorOf(at);
  return at;
};

const headOf = (unit: string | undefined, place: Place): string | undefined =>
  unit === undefined ? undefined : above(`head:${unit}`, place);

/**
 * Which office a role means in a case about somebody, whatever the case is about. To add a role, add a row.
 *
 * `UNIT_HEAD` is the direct superior, `AGENCY_HEAD` the head of his agency; for whoever is that himself, the office above.
 */
export const officeOfRole: Readonly<Record<string, (place: Place) => string | undefined>> = {
  SUBJECT: ({ person }) => `person:${person}`,
  EMPLOYEE: ({ person }) => `person:${person}`,
  UNIT_HEAD: (place) => headOf(place.unit, place),
  AGENCY_HEAD: (place) => headOf(place.agency, place),
  HR_OFFICER: () => 'hr-officer',
  HR_HEAD: ({ hrAgency }) => (hrAgency === undefined ? undefined : `head:${hrAgency}`),
  TPK_MEMBER: () => 'tpk',
  SECRETARY: () => 'secretary',
  REGENT: () => 'regent',
  AUDITOR: () => 'auditor',
};

/** The roles that mean the same office in every case: who holds one holds it whomever a case is about. */
export const sameInEveryCase: ReadonlySet<string> = new Set([
  'HR_OFFICER',
  'HR_HEAD',
  'TPK_MEMBER',
  'SECRETARY',
  'REGENT',
  'AUDITOR',
]);

/** The roles that a definition of transfers may name; see `Directory.forCase`. */
export const rolesOfTransfers: readonly string[] = [
  'EMPLOYEE',
  'ORIGIN_HEAD',
  'DEST_HEAD',
  'HR_OFFICER',
  'HR_HEAD',
  'TPK_MEMBER',
  'SECRETARY',
  'REGENT',
  'AUDITOR',
];

/** The roles that all other definitions may name. */
export const rolesOfCases: readonly string[] = Object.keys(officeOfRole);

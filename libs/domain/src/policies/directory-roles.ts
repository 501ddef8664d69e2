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

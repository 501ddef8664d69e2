import { firstOfNextMonth, later } from '../../days.js';
import { found, notApplicable, numberOf, type Rule, unknown } from '../rule.js';

const nipShape = /^(\d{8})(\d{4})(\d{2})([12])(\d{3})$/;

/** NIP: birth date, year and month of appointment, gender, serial (a PPPK's has a formation code for the month). */
export const nipAgrees: Rule = ({ person }) => {
  if (!person) return unknown({});
  const { nip, birthDate, gender, tmtCpns, employeeType } = person;
  const parts = nipShape.exec(nip);
  const [, birth, year, month = '', sex] = parts ?? [];
  const wrong =
    (!parts && 'shape') ||
    (birth !== birthDate.replaceAll('-', '') && 'birth') ||
    (employeeType !== 'PPPK' && !/^(0[1-9]|1[0-2])$/.test(month) && 'month') ||
    (employeeType !== 'PPPK' && tmtCpns !== null && `${year}-${month}` !== tmtCpns.slice(0, 7) && 'appointment') ||
    (sex !== (gender === 'M' ? '1' : '2') && 'gender');
  // The number itself is personal and stays out of what is recorded.
  return found(!wrong, { length: nip.length, wrong: wrong || null }, wrong || undefined);
};

export const isActive: Rule = ({ person }) =>
  person ? found(person.status === 'active', { status: person.status }) : unknown({});

export const isAppointed: Rule = ({ person, day }) => {
  if (!person) return unknown({});
  const { employeeType, tmtPns } = person;
  if (employeeType === 'PPPK') return notApplicable({ employeeType });
  return found(employeeType === 'PNS' && (tmtPns === null || tmtPns <= day), { employeeType, tmtPns });
};

/** A contract is for one government and one kind of work. */
export const contractAllows: Rule = ({ person, target, moveType }) => {
  if (!person?.assignment || !target) return unknown({ moveType });
  const { postType, jobFamily } = person.assignment;
  const same = postType === target.type && jobFamily === target.jobFamily;
  return found(moveType.startsWith('INTERNAL') && same, {
    moveType,
    from: postType,
    to: target.type,
    fromFamily: jobFamily,
    toFamily: target.jobFamily,
  });
};

export const servedTenYears: Rule = ({ person, today }, params) => {
  if (!person?.tmtPns) return unknown({ today });
  const years = numberOf(params, 'years');
  return found(later(person.tmtPns, { years }) <= today, { tmtPns: person.tmtPns, today, years });
};

/** Whoever reaches the age retires on the first of the month after it. */
const retirementOf = (birthDate: string, age: number) => firstOfNextMonth(later(birthDate, { years: age }));

export const yearsToRetirement: Rule = ({ person, target, day, moveType }, params) => {
  if (!person || !target) return unknown({ day });
  const years = numberOf(params, moveType.startsWith('INTERNAL') ? 'warn_years' : 'incoming_years');
  const retiresOn = retirementOf(person.birthDate, target.retirementAge);
  return found(later(day, { years }) <= retiresOn, { retiresOn, day, years, retirementAge: target.retirementAge });
};

export const notRetiredYet: Rule = ({ person, target, day }) => {
  if (!person || !target) return unknown({ day });
  const retiresOn = retirementOf(person.birthDate, target.retirementAge);
  return found(day < retiresOn, { retiresOn, day, retirementAge: target.retirementAge });
};

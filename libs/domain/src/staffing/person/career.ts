import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '@app/decider';
import { dayBefore, dayOf } from '../days.js';
import type { CareerFacts, PersonEvent, Sanction } from '../events.js';
import { reject } from '../rejections.js';
import { ended, record as recordPlacement, started } from './assignment.js';
import type { Kin, PersonCommand } from './commands.js';
import { GONE } from './gone.js';
import type { Person, PersonState } from './state.js';

type Data<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>['data'];

export const changeStatus = (
  person: Person,
  { status, from, letter, at }: Data<'ChangeEmploymentStatus'>,
): Decision<PersonEvent> => {
  if (person.career.status === status) return [];
  if (letter.trim() === '') return reject('staffing.letter-missing', 'A change of status rests on a letter.');
  if (from > dayOf(at))
    return reject('staffing.status-in-future', 'A change of status is recorded from its first day on.', { from });
  const served = servedUntil(person);
  if (GONE[status] && from < served)
    return reject('staffing.status-before-service', 'Nobody leaves before what is known of his service.', { from, served });
  const changed: PersonEvent = { type: 'EmploymentStatusChanged', data: { id: person.id, status, from, letter, at } };
  const leaving = GONE[status];
  return leaving && person.held ? [changed, ended(person.id, person.held, dayBefore(from), leaving, null, at)] : [changed];
};

/** The latest day on which he is known to have been in service; `''` where none is known. A slip of a century would end a file early. */
const servedUntil = ({ held, career: { gradeSince, tmtPns, tmtCpns } }: Person): string =>
  [held?.from, gradeSince, tmtPns, tmtCpns].reduce<string>((latest, day) => (day && day > latest ? day : latest), '');

const UNKNOWN: CareerFacts = {
  employeeType: 'PNS',
  status: 'active',
  grade: null,
  gradeSince: null,
  tmtCpns: null,
  tmtPns: null,
  education: null,
  educationField: null,
};

/** Brings a person to what a file says, as the events of what is new. */
export const record = (state: PersonState, data: Data<'RecordPerson'>): readonly PersonEvent[] => {
  const { id, personal, at } = data;
  if (state.status === 'absent') {
    const career = { ...UNKNOWN, ...data.career };
    const begun = data.placement && career.status === 'active' ? [started(id, data.placement, null, at)] : [];
    return [
      { type: 'PersonRegistered', data: { id, personal, career, at } },
      ...begun,
      ...sanctions(null, data.sanctions, id, at),
      ...kinship(null, data.kin, id, at),
    ];
  }
  const career = { ...state.career, ...data.career, ...(state.statusByLetter ? { status: state.career.status } : {}) };
  return [
    ...(isDeepStrictEqual(state.personal, personal)
      ? []
      : [{ type: 'PersonalDataCorrected' as const, data: { id, personal, at } }]),
    ...(isDeepStrictEqual(state.career, career) ? [] : [{ type: 'CareerFactsRecorded' as const, data: { id, career, at } }]),
    ...recordPlacement({ ...state, career }, data.placement, at),
    ...sanctions(state.imported, data.sanctions, id, at),
    ...kinship(state.kin, data.kin, id, at),
  ];
};

const sanctions = (
  known: readonly Sanction[] | null,
  told: readonly Sanction[] | undefined,
  id: string,
  at: string,
): readonly PersonEvent[] =>
  told === undefined || isDeepStrictEqual(known, told) ? [] : [{ type: 'SanctionsImported', data: { id, sanctions: told, at } }];

export const kinship = (
  known: readonly Kin[] | null,
  told: readonly Kin[] | undefined,
  id: string,
  at: string,
): readonly PersonEvent[] =>
  told === undefined || isDeepStrictEqual(known, told) ? [] : [{ type: 'KinshipDeclared', data: { id, kin: told, at } }];

import type { Decision } from '@app/decider';
import type { PersonEvent } from '../events.js';
import { reject } from '../rejections.js';
import type { PersonCommand } from './commands.js';
import type { Person } from './state.js';

type Data<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>['data'];

/** A sanction under PP 94/2021; it is in force from `from` to `until`, both included, or for good. */
export const impose = (person: Person, { sanction, at }: Data<'ImposeSanction'>): Decision<PersonEvent> => {
  if (person.imposed.some(({ id }) => id === sanction.id)) return [];
  if (sanction.letter.trim() === '') return reject('staffing.letter-missing', 'A sanction rests on a letter.');
  if (sanction.until !== null && sanction.until < sanction.from)
    return reject('staffing.dates-reversed', 'It would end before it begins.');
  return [{ type: 'SanctionImposed', data: { id: person.id, sanction, at } }];
};

export const lift = (person: Person, { sanction, on, at }: Data<'LiftSanction'>): Decision<PersonEvent> => {
  if (person.lifted.includes(sanction)) return [];
  const known = [...(person.imported ?? []), ...person.imposed].some(({ id }) => id === sanction);
  if (!known) return reject('staffing.unknown-sanction', 'This person has no such sanction.');
  return [{ type: 'SanctionLifted', data: { id: person.id, sanction, on, at } }];
};

export const open = (person: Person, { letter, on, at }: Data<'OpenExamination'>): Decision<PersonEvent> => {
  if (person.examination?.letter === letter) return [];
  if (person.examination)
    return reject('staffing.examination-open', 'An examination is open already.', { letter: person.examination.letter });
  if (letter.trim() === '') return reject('staffing.letter-missing', 'An examination rests on a letter.');
  return [{ type: 'ExaminationOpened', data: { id: person.id, letter, on, at } }];
};

export const close = (person: Person, { on, at }: Data<'CloseExamination'>): Decision<PersonEvent> =>
  person.examination
    ? [{ type: 'ExaminationClosed', data: { id: person.id, on, at } }]
    : reject('staffing.no-examination', 'No examination is open.');

import type { Decision } from '@app/decider';
import { dayOf, monthsAfter } from '../days.js';
import type { PersonalData, PersonEvent, Retention } from '../events.js';
import { reject } from '../rejections.js';
import type { PersonCommand } from './commands.js';
import type { Person } from './state.js';

type Data<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>['data'];

/** The first day on which a file may be forgotten. */
export const keptUntil = (outOfServiceFrom: string, { years }: Retention): string => monthsAfter(outOfServiceFrom, 12 * years);

/**
 * Only who is out of service, and has been for as long as his file must be kept, is forgotten (UU 27/2022 yields to the duty to keep
 * archives, UU 43/2009). The reason is not encrypted, so it names nobody.
 */
export const forget = (person: Person, { id, reason, by, retention, at }: Data<'ForgetPerson'>): Decision<PersonEvent> => {
  if (person.forgotten !== 'no') return [];
  const { outOfServiceFrom, held, examination, personal } = person;
  if (outOfServiceFrom === null || held)
    return reject('staffing.in-service', 'Who is in service is not forgotten.', { status: person.career.status });
  if (examination) return reject('staffing.examination-open', 'An examination is under way.', { letter: examination.letter });
  const until = keptUntil(outOfServiceFrom, retention);
  if (dayOf(at) < until)
    return reject('staffing.file-is-kept', 'His file must still be kept.', {
      until,
      years: retention.years,
      source: retention.source,
    });
  if (reason.trim() === '') return reject('staffing.reason-missing', 'It takes a reason.', { field: 'reason' });
  if (by === id) return reject('staffing.forgets-himself', 'Nobody forgets himself.');
  if (names(reason, personal))
    return reject('staffing.reason-names-person', 'The reason stays readable: it must not name him.', { field: 'reason' });
  const data = { id, reason: reason.trim(), by, outOfServiceFrom, retention, at };
  return [{ type: 'PersonForgotten', data }];
};

export const erased = ({ id, forgotten }: Person, at: string): readonly PersonEvent[] =>
  forgotten === 'ordered' ? [{ type: 'PersonalDataErased', data: { id, at } }] : [];

/** Shorter parts of a name are words of the language as well. */
const TELLING = 4;

/** Of somebody whose key was lost, nothing can be told any more. */
const names = (reason: string, personal: PersonalData | null): boolean => {
  if (personal === null) return false;
  const { name, nip, email, phone } = personal;
  const said = new Set(
    reason
      .toLowerCase()
      .split(/[^\p{L}\p{N}@._+-]+/u)
      .flatMap((word) => [word, word.replace(/[._-]+$/, '')]),
  );
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= TELLING);
  const digits = reason.replace(/[\s.-]/g, '');
  const numbers = [nip, phone].flatMap((number) =>
    number === undefined || number.length < TELLING ? [] : [number.replace(/[\s.-]/g, '')],
  );
  return (
    parts.some((part) => said.has(part)) ||
    numbers.some((number) => digits.includes(number)) ||
    (email !== undefined && said.has(email.toLowerCase()))
  );
};

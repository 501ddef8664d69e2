import type { Decider, Decision, Message } from '@app/decider';
import type { OfficeEvent } from './events.js';
import { reject } from './rejections.js';
import { ACTING, dayBefore, longerThan, monthsBefore } from './terms.js';

export type SubstituteKind = 'acting' | 'daily' | 'substitute';
export type Substitute = Readonly<{
  id: string;
  person: string;
  kind: SubstituteKind;
  from: string;
  until: string;
  letter: string;
}>;

/** Offices that are given to a person; the others come with a post. */
export const grantedOffices = ['hr-officer', 'tpk', 'auditor', 'admin'] as const;
export type GrantedOffice = (typeof grantedOffices)[number];

type At = Readonly<{ office: string; at: string }>;

export type OfficeCommand =
  | Message<'GrantOffice', At & { person: string; from: string; until: string | null; letter: string }>
  /** `on`: the first day on which it is no longer held. */
  | Message<'RevokeOffice', At & { person: string; on: string; letter: string }>
  /** `by`: who names him. */
  | Message<'NameSubstitute', At & Substitute & { by?: string }>
  | Message<'EndSubstitute', At & { id: string; on: string }>;

type Grant = Readonly<{ from: string; until: string | null; letter: string }>;

/** One office: to whom it is granted, and who stands in for its holder when. */
export type OfficeState = Readonly<{ grants: Readonly<Record<string, Grant>>; substitutes: readonly Substitute[] }>;

export const office: Decider<OfficeCommand, OfficeEvent, OfficeState> = {
  initial: { grants: {}, substitutes: [] },

  decide: (command, state) => {
    switch (command.type) {
      case 'GrantOffice':
        return grant(command.data, state);
      case 'RevokeOffice': {
        const { office: name, person, on, letter, at } = command.data;
        const held = state.grants[person];
        if (!held) return reject('identity.not-granted', 'This person does not hold this office.');
        if (held.until !== null && held.until < on) return [];
        return [{ type: 'OfficeRevoked', data: { office: name, person, on, letter, at } }];
      }
      case 'NameSubstitute':
        return name(command.data, state);
      case 'EndSubstitute': {
        const { office: of, id, on, at } = command.data;
        const known = state.substitutes.find((substitute) => substitute.id === id);
        if (!known) return reject('identity.unknown-substitute', 'There is no such substitute.');
        return known.until < on ? [] : [{ type: 'SubstituteEnded', data: { office: of, id, on, at } }];
      }
    }
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'OfficeGranted':
        return {
          ...state,
          grants: { ...state.grants, [data.person]: { from: data.from, until: data.until, letter: data.letter } },
        };
      case 'OfficeRevoked': {
        const held = state.grants[data.person];
        return held ? { ...state, grants: { ...state.grants, [data.person]: { ...held, until: dayBefore(data.on) } } } : state;
      }
      case 'SubstituteNamed': {
        const { id, person, kind, from, until, letter } = data;
        return { ...state, substitutes: [...state.substitutes, { id, person, kind, from, until, letter }] };
      }
      case 'SubstituteEnded':
        return {
          ...state,
          substitutes: state.substitutes.map((one) => (one.id === data.id ? { ...one, until: dayBefore(data.on) } : one)),
        };
    }
  },
};

const grant = (data: Extract<OfficeCommand, { type: 'GrantOffice' }>['data'], { grants }: OfficeState): Decision<OfficeEvent> => {
  if (!grantedOffices.some((known) => known === data.office))
    return reject('identity.office-not-granted-here', 'This office comes with a post.', { office: data.office });
  if (data.letter.trim() === '') return reject('identity.letter-missing', 'A grant rests on a letter.');
  if (data.until !== null && data.until < data.from) return reject('identity.dates-reversed', 'It would end before it begins.');
  const held = grants[data.person];
  if (held && held.from === data.from && held.until === data.until && held.letter === data.letter) return [];
  return [{ type: 'OfficeGranted', data }];
};

const name = (
  { by, ...data }: Extract<OfficeCommand, { type: 'NameSubstitute' }>['data'],
  { substitutes }: OfficeState,
): Decision<OfficeEvent> => {
  if (substitutes.some(({ id }) => id === data.id)) return [];
  if (data.office.startsWith('person:')) return reject('identity.personal-office', 'Nobody stands in for a person as such.');
  if (by === data.person) return reject('identity.names-himself', 'Nobody gives himself an office.');
  if (data.letter.trim() === '') return reject('identity.letter-missing', 'A substitute acts by letter.');
  if (data.until < data.from) return reject('identity.dates-reversed', 'It would end before it begins.');
  const held = substitutes.filter(({ from, until }) => from <= until);
  const other = held.find(({ from, until }) => from <= data.until && data.from <= until);
  if (other)
    return reject('identity.substitute-overlaps', 'Somebody stands in for this office in that time already.', {
      from: other.from,
      until: other.until,
    });
  if (data.kind === 'acting') {
    if (longerThan(data.from, data.until, ACTING.months))
      return reject('identity.acting-term-too-long', 'A term of an acting official is three months at most.', {
        months: ACTING.months,
      });
    const since = monthsBefore(data.from, ACTING.lookBackMonths);
    const terms = held.filter(({ kind, person, until }) => kind === 'acting' && person === data.person && until >= since);
    if (terms.length >= ACTING.terms)
      return reject('identity.acting-terms-exhausted', 'This person has acted for this office as long as it is allowed.', {
        terms: ACTING.terms,
        months: ACTING.months,
      });
  }
  return [{ type: 'SubstituteNamed', data }];
};

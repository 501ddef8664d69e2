import type { Decider, Decision } from '@app/decider';
import type { OfficeEvent } from './events.js';
import { grantedOffices, type OfficeCommand, type Substitute } from './office-commands.js';
import { reject } from './rejections.js';
import { nameSubstitute } from './substitute.js';
import { dayBefore } from './terms.js';

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
        return nameSubstitute(command.data, state.substitutes);
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
        const { office: _, at: __, ...substitute } = data;
        return { ...state, substitutes: [...state.substitutes, substitute] };
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

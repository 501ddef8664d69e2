import { projection } from '@app/event-store';
import type { OfficeEvent } from './events.js';
import type { SubstituteKind } from './office-commands.js';
import { dayBefore } from './terms.js';

/** `until_day` is the last day of holding; `null` is open. */
export type GrantRow = Readonly<{ office: string; person: string; from_day: string; until_day: string | null; letter: string }>;
export type SubstituteRow = Readonly<{
  id: string;
  office: string;
  person: string;
  kind: SubstituteKind;
  from_day: string;
  until_day: string;
  letter: string;
  on_behalf_of: string | null;
}>;

/** Offices given to people. */
export const grants = projection<GrantRow, OfficeEvent>({
  name: 'identity_grants',
  version: 1,
  columns: { office: 'text', person: 'text', from_day: 'date', until_day: 'date', letter: 'text' },
  indexes: [['office'], ['person']],
  key: ({ type, data }) => (type === 'OfficeGranted' || type === 'OfficeRevoked' ? `${data.office}/${data.person}` : undefined),
  on: {
    OfficeGranted: (_, { data: { office, person, from, until, letter } }) => ({
      office,
      person,
      from_day: from,
      until_day: until,
      letter,
    }),
    OfficeRevoked: (row, { data }) => row && { ...row, until_day: dayBefore(data.on) },
  },
});

/** Who stands in for which office, by letter, from when to when. */
export const substitutes = projection<SubstituteRow, OfficeEvent>({
  name: 'identity_substitutes',
  version: 2,
  columns: {
    id: 'text',
    office: 'text',
    person: 'text',
    kind: 'text',
    from_day: 'date',
    until_day: 'date',
    letter: 'text',
    on_behalf_of: 'text',
  },
  indexes: [['office'], ['person']],
  key: ({ type, data }) => (type === 'SubstituteNamed' || type === 'SubstituteEnded' ? data.id : undefined),
  on: {
    SubstituteNamed: (_, { data: { id, office, person, kind, from, until, letter, onBehalfOf } }) => ({
      id,
      office,
      person,
      kind,
      from_day: from,
      until_day: until,
      letter,
      on_behalf_of: onBehalfOf ?? null,
    }),
    SubstituteEnded: (row, { data }) => row && { ...row, until_day: dayBefore(data.on) },
  },
});

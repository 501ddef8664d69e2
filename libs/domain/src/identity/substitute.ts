import type { Decision } from '@app/decider';
import type { OfficeEvent } from './events.js';
import { grantedOffices, type OfficeCommand, type Substitute } from './office-commands.js';
import { reject } from './rejections.js';
import { ACTING, BASIS, DAILY, longerThan, monthsBefore } from './terms.js';

type Naming = Extract<OfficeCommand, { type: 'NameSubstitute' }>['data'];

/** Somebody stands in for an office, by letter and for a time: as Plt, as Plh, as a substitute, or by a delegation. */
export const nameSubstitute = ({ by, holders, ...data }: Naming, substitutes: readonly Substitute[]): Decision<OfficeEvent> => {
  if (substitutes.some(({ id }) => id === data.id)) return [];
  const inForce = substitutes.filter(({ from, until }) => from <= until);
  return (
    whyNotAtAll(data, by) ??
    whyNotBeside(data, inForce) ??
    (data.kind === 'acting' || data.kind === 'daily' ? whyNotSoLong(data, inForce) : undefined) ??
    (holders && whyNotFor(data, holders, inForce)) ?? [{ type: 'SubstituteNamed', data }]
  );
};

const whyNotAtAll = (data: Naming, by: string | undefined) => {
  if (data.office.startsWith('person:')) return reject('identity.personal-office', 'Nobody stands in for a person as such.');
  // Who holds an office lends it to another; nobody lends himself anything.
  if (by === data.person || data.onBehalfOf === data.person)
    return reject('identity.names-himself', 'Nobody gives himself an office.');
  if (data.letter.trim() === '') return reject('identity.letter-missing', 'A substitute acts by letter.');
  if (data.until < data.from) return reject('identity.dates-reversed', 'It would end before it begins.');
  if (data.kind === 'delegate' && data.onBehalfOf === undefined)
    return reject('identity.delegator-missing', 'A delegation names who lends his power.', { field: 'onBehalfOf' });
  return undefined;
};

/** Several stand in for an office at once, each in his own right: not the same person twice, nor two in one place. */
const whyNotBeside = (data: Naming, inForce: readonly Substitute[]) => {
  const together = inForce.filter(({ from, until }) => from <= data.until && data.from <= until);
  const heads = (kind: Substitute['kind']) => kind === 'acting' || kind === 'daily';
  const other = together.find(
    (one) =>
      one.person === data.person ||
      (heads(one.kind) && heads(data.kind) && !isShared(data.office)) ||
      (data.kind === 'substitute' && one.kind === 'substitute' && one.onBehalfOf === data.onBehalfOf),
  );
  return other
    ? reject('identity.substitute-overlaps', 'Somebody stands in for this office in that time already.', {
        from: other.from,
        until: other.until,
      })
    : undefined;
};

/** Of a team or a duty there are several holders at once. */
const isShared = (office: string): boolean => grantedOffices.some((known) => known === office);

const whyNotSoLong = (data: Naming, inForce: readonly Substitute[]) => {
  if (data.kind === 'daily')
    return longerThan(data.from, data.until, DAILY.months)
      ? reject('identity.daily-term-too-long', 'A daily acting official stands in for a passing absence.', {
          months: DAILY.months,
          basis: BASIS,
        })
      : undefined;
  if (longerThan(data.from, data.until, ACTING.months))
    return reject('identity.acting-term-too-long', 'A term of an acting official is three months at most.', {
      months: ACTING.months,
      basis: BASIS,
    });
  const since = monthsBefore(data.from, ACTING.lookBackMonths);
  const terms = inForce.filter(({ kind, person, until }) => kind === 'acting' && person === data.person && until >= since);
  return terms.length >= ACTING.terms
    ? reject('identity.acting-terms-exhausted', 'This person has acted for this office as long as it is allowed.', {
        terms: ACTING.terms,
        months: ACTING.months,
        basis: BASIS,
      })
    : undefined;
};

/** What only the holders of the office tell: power is lent by who has it himself, to who has it not. */
const whyNotFor = (data: Naming, holders: NonNullable<Naming['holders']>, inForce: readonly Substitute[]) => {
  const byRight = holders.filter(({ kind }) => kind !== 'delegate' && kind !== 'substitute');
  if (data.kind === 'daily' && !byRight.some(({ kind }) => kind === 'definitive'))
    return reject('identity.daily-without-holder', 'A vacant office gets an acting official, not a daily one.', { basis: BASIS });
  if (data.kind === 'substitute' && isShared(data.office) && data.onBehalfOf === undefined)
    return reject('identity.seat-unnamed', 'A substitute in a team takes the seat of one of its members.', {
      field: 'onBehalfOf',
    });
  if (data.onBehalfOf === undefined) return undefined;
  if (data.kind === 'delegate' && byRight.some(({ person }) => person === data.person))
    return reject('identity.delegation-loops', 'Who holds the office himself is not lent it.');
  if (byRight.some(({ person }) => person === data.onBehalfOf)) return undefined;
  const lent = [...holders, ...inForce].some(
    ({ person, kind }) => person === data.onBehalfOf && (kind === 'delegate' || kind === 'substitute'),
  );
  return lent
    ? reject('identity.delegation-cascades', 'Power that was lent is not lent on.', { basis: 'UU 30/2014 Ps 13' })
    : reject('identity.not-a-holder', 'Whoever is named does not hold the office on the first day.', { field: 'onBehalfOf' });
};

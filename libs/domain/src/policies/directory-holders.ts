import type { Holding } from '@app/workflow';
import type { Snapshot, Tenure } from './directory-snapshot.js';

/** Whether a tenure covers a day. */
export const on =
  (day: string) =>
  ({ from, until }: Tenure): boolean =>
    from <= day && (until === null || day <= until);

export const definitive = ({ byOffice }: Snapshot, office: string, day: string): Tenure | undefined =>
  (byOffice.get(office) ?? []).filter(on(day)).find(({ kind }) => kind === 'definitive');

export const unitOf = ({ posts }: Snapshot, office: string): string | undefined =>
  office.startsWith('head:') ? office.slice('head:'.length) : posts.get(office)?.unit;

export const superiorIn = ({ units, sameAs }: Snapshot, office: string): string => {
  if (office === 'secretary' || office === 'regent') return 'regent';
  const unit = units.get(office.replace(/^head:/, ''));
  const above = unit && unit.agency !== unit.id ? `head:${unit.agency}` : 'secretary';
  return sameAs.get(above) ?? above;
};

/** The office above, one unit at a time. */
export const aboveIn = (now: Snapshot, office: string): string => {
  const unit = now.units.get(office.replace(/^head:/, ''));
  if (!unit || unit.agency === unit.id || unit.parent === null) return superiorIn(now, office);
  const above = `head:${unit.parent}`;
  return now.sameAs.get(above) ?? above;
};

/** A snapshot never changes, so what was found in it is kept with it; every decision asks the same offices. */
const found = new WeakMap<Snapshot, Map<string, readonly Holding[]>>();
const mostFound = 5_000;

export const holders = (now: Snapshot, office: string, day: string): readonly Holding[] => {
  if (office.startsWith('person:'))
    return [{ office, person: office.slice('person:'.length), kind: 'definitive', position: 'PERSON' }];
  const earlier = found.get(now);
  const kept = earlier && earlier.size < mostFound ? earlier : new Map<string, readonly Holding[]>();
  if (kept !== earlier) found.set(now, kept);
  const key = `${day} ${office}`;
  const known = kept.get(key);
  if (known) return known;
  const held = find(now, office, day);
  kept.set(key, held);
  return held;
};

const find = (now: Snapshot, office: string, day: string): readonly Holding[] => {
  const held = now.sameAs.get(office) ?? office;
  const position = positionOf(now, held);
  return (now.byOffice.get(held) ?? [])
    .filter(heldOn(now, day))
    .sort((a, b) => Number(a.kind !== 'definitive') - Number(b.kind !== 'definitive'))
    .map((tenure) => {
      const { person, kind, letter } = tenure;
      const by = principalOf(now, tenure, day);
      return {
        office,
        person,
        kind,
        ...(letter === null ? {} : { letter }),
        ...(by !== undefined && by !== person ? { onBehalfOf: by } : {}),
        position,
      };
    });
};

/** What is lent by a delegation is had as long as the lender has it himself, and not by a delegation again. */
export const heldOn = (now: Snapshot, day: string) => {
  const inTime = on(day);
  return (tenure: Tenure): boolean => {
    if (!inTime(tenure)) return false;
    if (tenure.kind !== 'delegate') return true;
    const lender = tenure.onBehalfOf;
    return (now.byOffice.get(tenure.office) ?? []).some(
      (other) => other.person === lender && other.kind !== 'delegate' && other.kind !== 'substitute' && inTime(other),
    );
  };
};

/** For whom a tenure is exercised: who is named in its letter, else the definitive holder. */
export const principalOf = (now: Snapshot, { kind, office, onBehalfOf }: Tenure, day: string): string | undefined =>
  kind === 'definitive' ? undefined : (onBehalfOf ?? definitive(now, office, day)?.person);

/** The kind of position that an office is, in the words of the authority matrix. */
const positionOf = ({ posts }: Snapshot, office: string): string => posts.get(office)?.type ?? 'ASSIGNMENT';

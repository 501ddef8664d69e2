/** For specifications only: who there is, what he holds, and which powers go with it. */
import fc from 'fast-check';
import type { AuthorityMatrix } from '../authority-matrix.js';
import type { Holding } from '../people.js';
import { calendar } from '../testing.js';

export const people = ['ana', 'budi', 'cici', 'dewi', 'eko'] as const;
export const roles = ['HEAD', 'OFFICER', 'TEAM', 'CHIEF', 'PERSON'] as const;
export const vacancy = fc.option(
  fc.oneof(
    fc.record({ policy: fc.constant('wait' as const), alert: fc.constantFrom(...roles) }),
    fc.record({ policy: fc.constantFrom('superior' as const, 'rescuer' as const), role: fc.constantFrom(...roles) }),
  ),
  { nil: undefined },
);

export const holding: fc.Arbitrary<Holding> = fc
  .record({
    office: fc.constantFrom('o1', 'o2'),
    person: fc.constantFrom(...people),
    kind: fc.constantFrom('definitive', 'definitive', 'acting', 'daily', 'substitute', 'delegate'),
    for: fc.constantFrom(...people),
  })
  .map(({ for: onBehalfOf, ...held }) => (held.kind === 'definitive' ? held : { ...held, onBehalfOf }));

/** Some matrices: one that grants everything to those by right, some that leave acts, kinds and days out. */
export const matrix: fc.Arbitrary<AuthorityMatrix> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('r1', 'r2', 'r3'),
      acts: fc.subarray(['propose', 'decide', 'consider', 'state', 'endorse', 'acknowledge'], { minLength: 3 }),
      kinds: fc.subarray(['definitive', 'acting', 'daily', 'substitute', 'delegate'] as const, { minLength: 1 }),
      from: fc.constantFrom('2026-01-01', '2026-03-10'),
      until: fc.constantFrom(null, null, '2026-03-20'),
      basis: fc.constant('UU'),
      hash: fc.constant('h'),
    }),
    { minLength: 1, maxLength: 3, selector: ({ id }) => id },
  )
  .map((rows) => ({ version: JSON.stringify(rows), acts: {}, rows }));

export const calendars = [
  calendar,
  { ...calendar, version: 'other', holidays: ['2026-03-03', '2026-03-04', '2026-03-09'] },
] as const;

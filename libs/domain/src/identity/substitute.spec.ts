import { scenariosOf } from '@app/decider/testing';
import { office } from './office.js';
import type { OfficeCommand } from './office-commands.js';

const given = scenariosOf(office);
const at = '2026-11-24T02:00:00Z';
type Naming = Extract<OfficeCommand, { type: 'NameSubstitute' }>['data'];

const head = 'head:dikbud';
const holders = [{ person: 'kepala', kind: 'definitive' as const }];
const naming = (more: Partial<Naming> = {}): OfficeCommand => ({
  type: 'NameSubstitute',
  data: {
    ...{ office: head, id: 'new', person: 'budi', kind: 'delegate', from: '2026-02-01', until: '2026-02-28', letter: 'SK/1', at },
    onBehalfOf: 'kepala',
    holders,
    ...more,
  },
});
const named = (more: Partial<Naming> = {}) => ({
  type: 'SubstituteNamed' as const,
  data: {
    ...{ office: head, id: 'old', person: 'citra', kind: 'delegate' as const, from: '2026-01-01', until: '2026-02-15' },
    ...{ letter: 'SK/0', onBehalfOf: 'kepala', at },
    ...more,
  },
});

describe('a delegation', () => {
  it('names who lends, who is lent to, the letter and the days', () => {
    const { decision } = given().when(naming());
    expect(decision).toMatchObject([
      { type: 'SubstituteNamed', data: { kind: 'delegate', person: 'budi', onBehalfOf: 'kepala', until: '2026-02-28' } },
    ]);
    expect(decision).not.toMatchObject([{ data: { holders } }]);
    const { onBehalfOf: _, ...anonymous } = naming().data as Naming;
    given().when({ type: 'NameSubstitute', data: anonymous }).thenRejected('identity.delegator-missing');
  });
  it('is lent by who holds the office himself', () =>
    given()
      .when(naming({ onBehalfOf: 'dewi' }))
      .thenRejected('identity.not-a-holder'));
  it('does not cascade', () =>
    given(named({ person: 'citra', until: '2026-12-31' }))
      .when(naming({ onBehalfOf: 'citra', holders: [...holders, { person: 'citra', kind: 'delegate' }] }))
      .thenRejected('identity.delegation-cascades'));
  it('does not go round', () => {
    given()
      .when(naming({ person: 'kepala' }))
      .thenRejected('identity.names-himself');
    given()
      .when(naming({ person: 'plt', holders: [...holders, { person: 'plt', kind: 'acting' }] }))
      .thenRejected('identity.delegation-loops');
  });
  it('stands beside another one, and not twice for one person', () => {
    given(named()).when(naming()).thenTypes('SubstituteNamed');
    given(named())
      .when(naming({ person: 'citra' }))
      .thenRejected('identity.substitute-overlaps');
  });
  it('is taken back', () =>
    given(named())
      .when({ type: 'EndSubstitute', data: { office: head, id: 'old', on: '2026-01-10', at } })
      .thenTypes('SubstituteEnded'));
});

describe('a member of a team', () => {
  const team = ['t1', 't2', 't3'].map((person) => ({ person, kind: 'definitive' as const }));
  const replacing = (onBehalfOf: string | undefined, person: string) => {
    const { onBehalfOf: _, ...data } = naming({ office: 'tpk', kind: 'substitute', holders: team, person }).data as Naming;
    return { type: 'NameSubstitute' as const, data: onBehalfOf === undefined ? data : { ...data, onBehalfOf } };
  };
  const first = named({ office: 'tpk', kind: 'substitute', onBehalfOf: 't1' });
  it('is replaced in his seat, as others are in theirs', () => {
    given(first).when(replacing('t2', 'budi')).thenTypes('SubstituteNamed');
    given(first).when(replacing('t1', 'budi')).thenRejected('identity.substitute-overlaps');
    given().when(replacing(undefined, 'budi')).thenRejected('identity.seat-unnamed');
  });
});

describe('a daily acting official (Plh)', () => {
  it('stands in for a holder who is away for a time', () => {
    given()
      .when(naming({ kind: 'daily' }))
      .thenTypes('SubstituteNamed');
    given()
      .when(naming({ kind: 'daily', holders: [] }))
      .thenRejected('identity.daily-without-holder');
    given()
      .when(naming({ kind: 'daily', until: '2026-06-01' }))
      .thenRejected('identity.daily-term-too-long');
  });
  it('is not there beside an acting one', () =>
    given(named({ kind: 'acting', person: 'plt' }))
      .when(naming({ kind: 'daily' }))
      .thenRejected('identity.substitute-overlaps'));
  it('knows the law that bounds him', () =>
    expect(given().when(naming({ kind: 'acting', until: '2026-08-01' })).decision).toMatchObject({
      code: 'identity.acting-term-too-long',
      facts: { basis: expect.stringContaining('SE BKN 1/SE/I/2021') },
    }));
});

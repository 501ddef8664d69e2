import { scenariosOf } from '@app/decider/testing';
import type { OfficeEvent } from './events.js';
import { office } from './office.js';
import type { OfficeCommand } from './office-commands.js';

const given = scenariosOf(office);
const at = '2026-11-24T02:00:00Z';
const head = 'head:dikbud';

const name = (
  id: string,
  from: string,
  until: string,
  more: Partial<Extract<OfficeCommand, { type: 'NameSubstitute' }>['data']> = {},
): OfficeCommand => ({
  type: 'NameSubstitute',
  data: { office: head, id, person: 'budi', kind: 'acting', from, until, letter: 'SP/1', at, ...more },
});
const named = (id: string, from: string, until: string, person = 'budi'): OfficeEvent => ({
  type: 'SubstituteNamed',
  data: { office: head, id, person, kind: 'acting', from, until, letter: 'SP/1', at },
});

describe('an acting official (Plt)', () => {
  it('is named for three months', () => {
    given()
      .when(name('1', '2026-01-01', '2026-03-31'))
      .then(named('1', '2026-01-01', '2026-03-31'));
    given()
      .when(name('1', '2026-01-01', '2026-04-01'))
      .thenRejected('identity.acting-term-too-long');
  });

  it('is extended once, for three more', () => {
    const first = named('1', '2026-01-01', '2026-03-31');
    given(first)
      .when(name('2', '2026-04-01', '2026-06-30'))
      .thenTypes('SubstituteNamed');
    given(first, named('2', '2026-04-01', '2026-06-30'))
      .when(name('3', '2026-07-01', '2026-07-31'))
      .thenRejected('identity.acting-terms-exhausted');
  });

  it('may be another person after that', () => {
    given(named('1', '2026-01-01', '2026-03-31'), named('2', '2026-04-01', '2026-06-30'))
      .when(name('3', '2026-07-01', '2026-09-30', { person: 'citra' }))
      .thenTypes('SubstituteNamed');
  });
});

describe('a substitute', () => {
  it('is named by somebody else', () => {
    given()
      .when(name('1', '2026-01-01', '2026-01-31', { by: 'budi' }))
      .thenRejected('identity.names-himself');
    given()
      .when(name('1', '2026-01-01', '2026-01-31', { by: 'hr-head' }))
      .then(named('1', '2026-01-01', '2026-01-31'));
  });

  it('does not stand beside another one', () => {
    given(named('1', '2026-01-01', '2026-03-31'))
      .when(name('2', '2026-03-31', '2026-04-02', { kind: 'daily', person: 'citra' }))
      .thenRejected('identity.substitute-overlaps');
  });

  it('may follow one that was ended early', () => {
    given(named('1', '2026-01-01', '2026-03-31'), {
      type: 'SubstituteEnded',
      data: { office: head, id: '1', on: '2026-02-01', at },
    })
      .when(name('2', '2026-02-01', '2026-02-10', { kind: 'daily', person: 'citra' }))
      .thenTypes('SubstituteNamed');
  });

  it('acts by letter, forwards in time, and is named once', () => {
    given()
      .when(name('1', '2026-01-01', '2026-01-31', { letter: '' }))
      .thenRejected('identity.letter-missing');
    given()
      .when(name('1', '2026-02-01', '2026-01-31'))
      .thenRejected('identity.dates-reversed');
    given(named('1', '2026-01-01', '2026-03-31'))
      .when(name('1', '2026-01-01', '2026-03-31'))
      .thenNothing();
  });
});

describe('an office that is granted', () => {
  const grant: OfficeCommand = {
    type: 'GrantOffice',
    data: { office: 'tpk', person: 'budi', from: '2026-01-01', until: null, letter: 'SK/1', at },
  };
  const granted: OfficeEvent = {
    type: 'OfficeGranted',
    data: { office: 'tpk', person: 'budi', from: '2026-01-01', until: null, letter: 'SK/1', at },
  };

  it('is granted once and can be revoked once', () => {
    given().when(grant).then(granted);
    given(granted).when(grant).thenNothing();
    const revoke: OfficeCommand = {
      type: 'RevokeOffice',
      data: { office: 'tpk', person: 'budi', on: '2026-06-01', letter: 'SK/2', at },
    };
    given(granted).when(revoke).thenTypes('OfficeRevoked');
    given(granted, { type: 'OfficeRevoked', data: { office: 'tpk', person: 'budi', on: '2026-06-01', letter: 'SK/2', at } })
      .when(revoke)
      .thenNothing();
    given().when(revoke).thenRejected('identity.not-granted');
  });

  it('is not one that comes with a post', () => {
    given()
      .when({
        type: 'GrantOffice',
        data: { office: 'regent', person: 'budi', from: '2026-01-01', until: null, letter: 'SK/1', at },
      })
      .thenRejected('identity.office-not-granted-here');
  });
});

import type { Message } from '@app/decider';
import type { Projection, Recorded } from '@app/event-store';
import type { PersonEvent, PostEvent, UnitEvent } from '../events.js';
import { assignments } from './assignments.js';
import { people } from './people.js';
import { posts } from './posts.js';
import { units } from './units.js';

const metadata = {
  actor: 'a',
  commandId: 'c',
  correlationId: 'c',
  causationId: 'c',
  at: '',
  tenant: 't',
  hash: '',
  previousHash: '',
};
const recorded = <E extends Message>(event: E): Recorded<E> => ({
  ...event,
  id: 'e',
  version: 1,
  stream: 's',
  revision: 0n,
  position: '0',
  metadata,
});

/** The rows that a projection makes of events. */
const project = <R extends object, E extends Message>(projection: Projection<R, E>, events: readonly E[]): Map<string, R> => {
  const rows = new Map<string, R>();
  const handlers: Readonly<Record<string, ((row: R | undefined, event: never) => R | undefined) | undefined>> = projection.on;
  for (const event of events.map(recorded)) {
    const key = projection.key(event);
    const handler = handlers[event.type];
    if (key === undefined || !handler) continue;
    const row = handler(rows.get(key), event as never);
    if (row) rows.set(key, row);
    else rows.delete(key);
  }
  return rows;
};

const at = '2026-11-24T02:00:00Z';
const career = {
  employeeType: 'PNS',
  status: 'active',
  grade: 'III/d',
  gradeSince: null,
  tmtCpns: null,
  tmtPns: null,
  education: null,
  educationField: null,
} as const;
const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { id: 'p', personal: { name: 'Rina', nip: '1', birthDate: '1980-01-01', gender: 'F' }, career, at },
};
const started = (assignment: string, post: string, from: string, caseId: string | null): PersonEvent => ({
  type: 'AssignmentStarted',
  data: { id: 'p', assignment, post, unit: 'u', agency: 'a', from, inaugurated: null, decree: null, caseId, at },
});
const ended: PersonEvent = {
  type: 'AssignmentEnded',
  data: { id: 'p', assignment: 'x', post: 'one', until: '2026-11-30', reason: 'transfer', caseId: 'c', at },
};
const moved = [registered, started('x', 'one', '2020-01-01', null), ended, started('y', 'two', '2026-12-01', 'c')];

describe('the people', () => {
  it('show the present post after a move', () => {
    expect(project(people, moved).get('p')).toMatchObject({
      post: 'two',
      assignment: 'y',
      post_from: '2026-12-01',
      grade_order: 12,
      sanctions: null,
      examination: null,
    });
  });

  it('know that there was no sanction once a history came with a file', () => {
    const rows = project(people, [registered, { type: 'SanctionsImported', data: { id: 'p', sanctions: [], at } }]);
    expect(rows.get('p')).toMatchObject({ sanctions: [], examination: false });
  });

  it('keep a sanction imposed here when a file comes, and cut a lifted one short', () => {
    const sanction = { id: 's', level: 'light', kind: 'teguran', from: '2026-01-01', until: null, letter: 'L' } as const;
    const rows = project(people, [
      registered,
      { type: 'SanctionImposed', data: { id: 'p', sanction, at } },
      { type: 'SanctionsImported', data: { id: 'p', sanctions: [], at } },
      { type: 'SanctionLifted', data: { id: 'p', sanction: 's', on: '2026-03-01', at } },
    ]);
    expect(rows.get('p')?.sanctions).toEqual([{ ...sanction, until: '2026-02-28', imported: false }]);
  });
});

it('assignments keep who held which post until when, and by which case', () => {
  const rows = project(assignments, moved);
  expect(rows.get('x')).toMatchObject({ post: 'one', from_day: '2020-01-01', until_day: '2026-11-30', ended_by: 'c' });
  expect(rows.get('y')).toMatchObject({ post: 'two', until_day: null, case_id: 'c' });
});

it('units and posts follow their last change', () => {
  const unit: UnitEvent = {
    type: 'UnitEstablished',
    data: { id: 'u', code: 'U', name: 'Lama', parent: null, agency: 'u', kind: 'agency', at },
  };
  expect(project(units, [unit, { type: 'UnitRenamed', data: { id: 'u', name: 'Baru', at } }]).get('u')?.name).toBe('Baru');

  const of = {
    id: 'q',
    title: 'Analis',
    type: 'IMPLEMENTER',
    echelon: null,
    jobClass: 7,
    retirementAge: 58,
    need: 2,
    office: null,
    inFreezeScope: false,
    jobFamily: null,
    at,
  } as const;
  const post: PostEvent = { type: 'PostEstablished', data: { ...of, code: 'Q', unit: 'u', agency: 'u' } };
  expect(project(posts, [post, { type: 'PostChanged', data: { ...of, need: 3 } }]).get('q')).toMatchObject({
    need: 3,
    unit: 'u',
  });
});

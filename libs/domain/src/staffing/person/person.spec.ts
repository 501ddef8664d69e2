import fc from 'fast-check';
import { fold, Rejection } from '@app/decider';
import { scenariosOf } from '@app/decider/testing';
import type { CareerFacts, PersonalData, PersonEvent, Sanction } from '../events.js';
import type { PersonCommand, Placement } from './commands.js';
import { person } from './person.js';

const given = scenariosOf(person);

const id = 'p1';
const at = '2026-11-24T02:00:00Z';
const personal: PersonalData = { name: 'Rina', nip: '198001012005012001', birthDate: '1980-01-01', gender: 'F' };
const career: CareerFacts = {
  employeeType: 'PNS',
  status: 'active',
  grade: 'III/d',
  gradeSince: '2022-04-01',
  tmtCpns: '2005-01-01',
  tmtPns: '2006-01-01',
  education: 'S1',
  educationField: null,
};
const place = (post: string, from: string): Placement => ({
  assignment: `${post}@${from}`,
  post,
  unit: 'u',
  agency: 'a',
  from,
  inaugurated: null,
  decree: null,
});

const registered: PersonEvent = { type: 'PersonRegistered', data: { id, personal, career, at } };
const started = (post: string, from: string, caseId: string | null = null): PersonEvent => ({
  type: 'AssignmentStarted',
  data: { id, ...place(post, from), caseId, at },
});
const ended = (
  post: string,
  from: string,
  until: string,
  reason: 'transfer' | 'retired' | 'ended',
  caseId: string | null = null,
): PersonEvent => ({
  type: 'AssignmentEnded',
  data: { id, assignment: `${post}@${from}`, post, until, reason, caseId, at },
});
const move = (post: string, from: string, caseId: string, fromPost = 'analyst'): PersonCommand => ({
  type: 'MovePerson',
  data: { id, placement: place(post, from), fromPost, caseId, at },
});
const record = (more: Partial<Extract<PersonCommand, { type: 'RecordPerson' }>['data']> = {}): PersonCommand => ({
  type: 'RecordPerson',
  data: { id, personal, career, placement: place('analyst', '2020-01-01'), at, ...more },
});

describe('a person who moves', () => {
  it('leaves the old post on the day before and takes up the new one, in one go', () => {
    given(registered, started('analyst', '2020-01-01'))
      .when(move('planner', '2026-12-01', 'c1'))
      .then(ended('analyst', '2020-01-01', '2026-11-30', 'transfer', 'c1'), started('planner', '2026-12-01', 'c1'));
  });

  it('moves once for one case, however often it is asked', () => {
    given(
      registered,
      started('analyst', '2020-01-01'),
      ended('analyst', '2020-01-01', '2026-11-30', 'transfer', 'c1'),
      started('planner', '2026-12-01', 'c1'),
    )
      .when(move('planner', '2026-12-01', 'c1'))
      .thenNothing();
  });

  it('does not move from a post that was left meanwhile', () => {
    given(registered, started('clerk', '2026-02-01'))
      .when(move('planner', '2026-12-01', 'c1'))
      .thenRejected('staffing.other-post');
  });

  it('does not move before the present post was taken up', () => {
    given(registered, started('analyst', '2026-12-01'))
      .when(move('planner', '2026-12-01', 'c1'))
      .thenRejected('staffing.move-before-start');
  });

  it('does not move when suspended', () => {
    given(registered, started('analyst', '2020-01-01'), {
      type: 'EmploymentStatusChanged',
      data: { id, status: 'suspended', from: '2026-01-01', letter: 'S/1', at },
    })
      .when(move('planner', '2026-12-01', 'c1'))
      .thenRejected('staffing.not-active');
  });

  it('never holds two posts, nor none, whatever is moved and repeated', () => {
    const moves = fc.array(
      fc.record({
        post: fc.constantFrom('a', 'b', 'c', 'analyst'),
        day: fc.integer({ min: 1, max: 28 }),
        caseId: fc.constantFrom('1', '2', '3', '4'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, (asked) => {
        const events: PersonEvent[] = [registered, started('analyst', '2020-01-01')];
        for (const { post, day, caseId } of asked) {
          const state = fold(person, events);
          const held = state.status === 'registered' ? state.held : null;
          const decision = person.decide(move(post, `2026-12-${String(day).padStart(2, '0')}`, caseId, held?.post), state);
          if (!(decision instanceof Rejection)) events.push(...decision);
          const open =
            events.filter(({ type }) => type === 'AssignmentStarted').length -
            events.filter(({ type }) => type === 'AssignmentEnded').length;
          if (open !== 1) return false;
        }
        return true;
      }),
      { verbose: 1 },
    );
  });
});

describe('a person who leaves the service', () => {
  it('frees the post on the day before retirement', () => {
    given(registered, started('analyst', '2020-01-01'))
      .when({ type: 'ChangeEmploymentStatus', data: { id, status: 'retired', from: '2026-11-01', letter: 'SK/9', at } })
      .then(
        { type: 'EmploymentStatusChanged', data: { id, status: 'retired', from: '2026-11-01', letter: 'SK/9', at } },
        ended('analyst', '2020-01-01', '2026-10-31', 'retired'),
      );
  });

  it('is not retired before the day comes, nor without a letter', () => {
    const history = given(registered);
    history
      .when({ type: 'ChangeEmploymentStatus', data: { id, status: 'retired', from: '2026-11-25', letter: 'SK/9', at } })
      .thenRejected('staffing.status-in-future');
    history
      .when({ type: 'ChangeEmploymentStatus', data: { id, status: 'retired', from: '2026-11-01', letter: ' ', at } })
      .thenRejected('staffing.letter-missing');
  });
});

describe('the day on which somebody leaves the service', () => {
  const leaving = (from: string) => ({
    type: 'ChangeEmploymentStatus' as const,
    data: { id, status: 'retired' as const, from, letter: 'SK/9', at },
  });

  it('is not before the post he holds, which a slip of a century would be', () => {
    const history = given(registered, started('analyst', '2020-01-01'));
    history.when(leaving('1926-11-01')).thenRejected('staffing.status-before-service');
    history.when(leaving('2019-12-31')).thenRejected('staffing.status-before-service');
  });
});

describe('what a file says of a person', () => {
  it('registers with post, sanctions known to be none, and a status', () => {
    given()
      .when(record({ sanctions: [] }))
      .then(registered, started('analyst', '2020-01-01'), { type: 'SanctionsImported', data: { id, sanctions: [], at } });
  });

  it('changes nothing the second time', () => {
    given(registered, started('analyst', '2020-01-01'), { type: 'SanctionsImported', data: { id, sanctions: [], at } })
      .when(record({ sanctions: [] }))
      .thenNothing();
  });

  it('records only what is new', () => {
    given(registered, started('analyst', '2020-01-01'))
      .when(record({ career: { grade: 'IV/a' } }))
      .then({ type: 'CareerFactsRecorded', data: { id, career: { ...career, grade: 'IV/a' }, at } });
  });

  it('does not undo a later move made here', () => {
    given(registered, ended('analyst', '2020-01-01', '2026-11-30', 'transfer', 'c1'), started('planner', '2026-12-01', 'c1'))
      .when(record())
      .thenNothing();
  });

  it('does not bring back whom a letter retired', () => {
    given(registered, { type: 'EmploymentStatusChanged', data: { id, status: 'retired', from: '2026-11-01', letter: 'S', at } })
      .when(record())
      .thenNothing();
  });
});

describe('a file that says that somebody has left', () => {
  const history = given(registered, started('analyst', '2020-01-01'));

  it('frees the post of whom it calls retired', () => {
    history.when(record({ career: { ...career, status: 'retired' } })).thenTypes('CareerFactsRecorded', 'AssignmentEnded');
  });

  it('ends the post where it says that there is none, and not where it does not say', () => {
    history.when(record({ placement: null })).then(ended('analyst', '2020-01-01', '2026-11-23', 'ended'));
    history.when({ type: 'RecordPerson', data: { id, personal, career, at } }).thenNothing();
  });
});

describe('a person under discipline', () => {
  const sanction: Sanction = {
    id: 's1',
    level: 'medium',
    kind: 'potong tukin 25% 6 bulan',
    from: '2026-08-01',
    until: '2027-01-31',
    letter: 'H/1',
  };

  it('is sanctioned once per sanction, and it can be lifted', () => {
    given(registered, { type: 'SanctionImposed', data: { id, sanction, at } })
      .when({ type: 'ImposeSanction', data: { id, sanction, at } })
      .thenNothing();
    given(registered, { type: 'SanctionImposed', data: { id, sanction, at } })
      .when({ type: 'LiftSanction', data: { id, sanction: 's1', on: '2026-11-24', at } })
      .thenTypes('SanctionLifted');
    given(registered)
      .when({ type: 'LiftSanction', data: { id, sanction: 's1', on: '2026-11-24', at } })
      .thenRejected('staffing.unknown-sanction');
  });

  it('has one examination at a time', () => {
    given(registered, { type: 'ExaminationOpened', data: { id, letter: 'P/1', on: '2026-11-01', at } })
      .when({ type: 'OpenExamination', data: { id, letter: 'P/2', on: '2026-11-02', at } })
      .thenRejected('staffing.examination-open');
    given(registered)
      .when({ type: 'CloseExamination', data: { id, on: '2026-11-02', at } })
      .thenRejected('staffing.no-examination');
  });
});

it('knows nobody who was not registered', () => {
  given()
    .when(move('planner', '2026-12-01', 'c1'))
    .thenRejected('staffing.unknown-person');
});

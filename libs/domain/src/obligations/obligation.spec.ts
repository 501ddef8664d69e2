import { env } from 'node:process';
import fc from 'fast-check';
import { Rejection } from '@app/decider';
import { scenariosOf } from '@app/decider/testing';
import type { Calendar } from '@app/workflow';
import type { ObligationEvent } from './events.js';
import { obligation, type ObligationCommand } from './obligation.js';
import { owedAfter } from './obligations.js';
import { dueAfter } from './schedule.js';

const given = scenariosOf(obligation);
const calendar: Calendar = { version: 'test', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: ['2026-06-01'] };
const owed = owedAfter('case-1', { employeeId: 'ani', toAgency: 'dinkes' }, '2026-03-02', calendar, '2026-02-20T02:00:00.000Z');
const [first] = owed;
if (!first) throw new Error('nothing is owed');
const opened: ObligationEvent = { type: 'ObligationOpened', data: first.data };
const { id } = first.data;

const people = { owner: ['budi'], superior: ['sekda'] };
const remindAt = (at: string): ObligationCommand => ({ type: 'RemindObligation', data: { people, at } });
const told = (code: string, to: 'owner' | 'superior', at: string, ...supersedes: string[]): ObligationEvent => ({
  type: 'ObligationReminderFellDue',
  data: { id, code, to, people: people[to], supersedes, dueOn: '2026-06-02', at },
});
const complete = (over: Partial<Extract<ObligationCommand, { type: 'CompleteObligation' }>['data']> = {}): ObligationCommand => ({
  type: 'CompleteObligation',
  data: {
    by: 'budi',
    offices: ['head:dinkes'],
    note: 'settled in well',
    result: { rating: 'good' },
    today: '2026-06-01',
    at: '2026-06-01T02:00:00.000Z',
    ...over,
  },
});

describe('whenever it is looked at', () => {
  it('a duty says each of its reminders once, or that it is superseded, and to each party in order', () => {
    const from = Date.parse('2026-05-20T00:00:00.000Z');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 * 24 }), { maxLength: 12 }), (hours) => {
        let history: readonly ObligationEvent[] = [opened];
        for (const hour of [...hours, 30 * 24].sort((a, b) => a - b)) {
          const { decision } = given(...history).when(remindAt(new Date(from + hour * 3_600_000).toISOString()));
          if (decision instanceof Rejection) throw decision;
          history = [...history, ...decision];
        }
        const said = history.flatMap((event) =>
          event.type === 'ObligationReminderFellDue' ? [...event.data.supersedes, event.data.code] : [],
        );
        expect([...said].sort()).toEqual(['due-in-a-week', 'due-tomorrow', 'escalated', 'overdue']);
        expect(said.filter((code) => code !== 'escalated')).toEqual(['due-in-a-week', 'due-tomorrow', 'overdue']);
      }),
      { verbose: 1, ...(env['FC_SEED'] ? { seed: Number(env['FC_SEED']) } : {}) },
    );
  });
});

describe('what a transfer brings with it', () => {
  it('is three evaluations by the new head and three follow-ups of training', () => {
    expect(owed.map(({ data }) => [data.code, data.dueOn, data.owner])).toEqual([
      ['evaluation-3m', '2026-06-02', 'head:dinkes'],
      ['evaluation-6m', '2026-09-02', 'head:dinkes'],
      ['evaluation-12m', '2027-03-02', 'head:dinkes'],
      ['training-1m', '2026-04-02', 'person:ani'],
      ['training-3m', '2026-06-02', 'person:ani'],
      ['training-6m', '2026-09-02', 'person:ani'],
    ]);
  });

  it('falls on the next working day where its day is off, and on the last of a short month', () => {
    expect(dueAfter('2026-03-01', 3, calendar).dueOn).toBe('2026-06-02');
    expect(dueAfter('2026-11-30', 3, calendar).dueOn).toBe('2027-03-01');
  });

  it('is reminded of a week and a day before, a day after, and to the superior after three working days, in the morning', () => {
    expect(first.data.reminders).toEqual([
      { code: 'due-in-a-week', to: 'owner', at: '2026-05-26T01:00:00.000Z' },
      { code: 'due-tomorrow', to: 'owner', at: '2026-06-01T01:00:00.000Z' },
      { code: 'overdue', to: 'owner', at: '2026-06-03T01:00:00.000Z' },
      { code: 'escalated', to: 'superior', at: '2026-06-05T01:00:00.000Z' },
    ]);
  });
});

describe('an obligation', () => {
  it('is opened once', () => {
    given().when(first).then(opened);
    given(opened).when(first).thenNothing();
  });

  it('is owed again when a move that was halted takes effect after all', () => {
    given(opened, { type: 'ObligationWithdrawn', data: { id, because: 'halted', at: '2026-03-02T00:00:00.000Z' } })
      .when(first)
      .then(opened);
  });

  it('reminds at the instant, not before, and only once', () => {
    given(opened).when(remindAt('2026-05-26T00:59:59.999Z')).thenNothing();
    given(opened)
      .when(remindAt('2026-05-26T01:00:00.000Z'))
      .then(told('due-in-a-week', 'owner', '2026-05-26T01:00:00.000Z'));
    given(opened, told('due-in-a-week', 'owner', '2026-05-26T01:00:00.000Z'))
      .when(remindAt('2026-05-27T01:00:00.000Z'))
      .thenNothing();
  });

  it('tells each party once after a jump of the clock, and records what was superseded', () => {
    const at = '2026-07-01T00:00:00.000Z';
    given(opened)
      .when(remindAt(at))
      .then(told('overdue', 'owner', at, 'due-in-a-week', 'due-tomorrow'), told('escalated', 'superior', at));
  });

  it('is fulfilled by the holder of the owing office, or by the superior, with a note or a result', () => {
    given(opened).when(complete()).thenTypes('ObligationCompleted');
    given(opened)
      .when(complete({ by: 'sekda', offices: ['secretary'] }))
      .thenTypes('ObligationCompleted');
    given(opened)
      .when(complete({ note: '  ', result: {} }))
      .thenRejected('obligations.note-missing');
    given(opened)
      .when(complete({ note: '', result: { predicate: 'good' } }))
      .thenTypes('ObligationCompleted');
    given(opened)
      .when(complete({ offices: ['head:elsewhere'] }))
      .thenRejected('obligations.not-yours');
  });

  it('is not fulfilled by the person who is evaluated, not even as the new head', () => {
    given(opened)
      .when(complete({ by: 'ani' }))
      .thenRejected('obligations.about-yourself');
  });

  it('is not fulfilled before the effective date', () => {
    given(opened)
      .when(complete({ today: '2026-03-01' }))
      .thenRejected('obligations.too-early');
  });

  it('is silent once fulfilled or withdrawn', () => {
    const done: ObligationEvent = {
      type: 'ObligationCompleted',
      data: { id, by: 'budi', note: 'x', result: {}, at: '2026-05-01T00:00:00.000Z' },
    };
    const gone: ObligationEvent = {
      type: 'ObligationWithdrawn',
      data: { id, because: 'rescinded', at: '2026-02-21T00:00:00.000Z' },
    };
    given(opened, done).when(remindAt('2026-07-01T00:00:00.000Z')).thenNothing();
    given(opened, done)
      .when({ type: 'WithdrawObligation', data: { because: 'x', at: '2026-07-01T00:00:00.000Z' } })
      .thenNothing();
    given(opened, gone).when(remindAt('2026-07-01T00:00:00.000Z')).thenNothing();
    given(opened, gone).when(complete()).thenRejected('obligations.not-open');
  });
});

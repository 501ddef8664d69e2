import type { Definition, StageDefinition, Term } from '../definition.js';
import { checkDefinition } from '../check-definition.js';
import {
  after,
  at,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  historyOf,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';
import type { WorkflowCommand } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { answering, asking, resuming, suspending } from './testing.js';

const question = { wait: 'question' } as const;
const term = { workingDays: 2, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'HR_HEAD' }] } as const;
const stage: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: { deadline: term } } };
const opened = (first: StageDefinition = stage, more: Partial<Definition> = {}) => [
  starting(definitionOf([first, final], { suspendedBy: ['SECRETARY'], ...more })),
  submitting(),
];
const asked = [...opened(), asking('heads', 'dest')];
const told = (events: readonly WorkflowEvent[]) =>
  events.flatMap((event) => (event.type === 'InformationAsked' ? (event.data.schedule ?? []) : []))[0];
/** Due on Wednesday, 4 March. */
const scheduleOf = (...commands: readonly WorkflowCommand[]) => told(historyOf(...commands));
const waitOf = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  return state.status === 'open' ? state.open[0].question?.wait : undefined;
};

describe('whoever is asked for information', () => {
  it('has until a day that the question names, and is reminded before it and after', () => {
    expect(scheduleOf(...asked)).toMatchObject({
      dueOn: '2026-03-04',
      reminders: [
        { code: 'before-1', at: '2026-03-03T01:00:00.000Z', to: 'actors' },
        { code: 'after-1', at: '2026-03-05T01:00:00.000Z', to: 'actors' },
        { code: 'escalation-2', at: '2026-03-06T01:00:00.000Z', to: 'HR_HEAD' },
      ],
    });
    const reminded = { stage: 'heads', round: 1, ...question, dueOn: '2026-03-04', people: ['origin'], to: 'actors' };
    after(...asked)
      .when(reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, question))
      .then({ type: 'ReminderFellDue', data: { ...reminded, code: 'before-1', at: '2026-03-03T01:00:00.000Z' } });
    after(...asked)
      .when(reminding('heads', 'escalation-2', '2026-03-06T01:00:00.000Z', 1, question))
      .then({
        type: 'ReminderFellDue',
        data: { ...reminded, code: 'escalation-2', to: 'HR_HEAD', people: ['hrhead'], at: '2026-03-06T01:00:00.000Z' },
      });
  });
  it('is reminded once of each, not before its time, and not once it is answered or decided without him', () => {
    const first = reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, question);
    after(...asked, first)
      .when(first)
      .thenNothing();
    after(...asked)
      .when(reminding('heads', 'after-1', '2026-03-04T01:00:00.000Z', 1, question))
      .thenRejected('workflow.not-due');
    after(...asked, answering('heads', 'origin'))
      .when(first)
      .thenNothing();
    after(...asked, deciding('heads', 'dest'))
      .when(first)
      .thenNothing();
  });
  it('is himself reminded where he is asked as a person, and nobody where the office that is asked is vacant', () => {
    const peopleTold = (of: string, holders = directory) => {
      const remind = reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, { ...question, directory: holders });
      const { decision } = after(...opened(), asking('heads', 'dest', of)).when(remind);
      if (decision instanceof Error) throw decision;
      return decision.flatMap((event) => (event.type === 'ReminderFellDue' ? [event.data.people] : []));
    };
    expect(peopleTold('asn')).toEqual([['asn']]);
    expect(peopleTold('ORIGIN_HEAD', { ...directory, ORIGIN_HEAD: [] })).toEqual([[]]);
  });
  it('is late once the day is over, which moves nothing else', () => {
    const late = passing('heads', '2026-03-05T01:00:00.000Z', 1, undefined, question);
    after(...asked)
      .when(late)
      .then({
        type: 'DeadlinePassed',
        data: { stage: 'heads', round: 1, ...question, outcome: 'overdue', at: '2026-03-05T01:00:00.000Z' },
      });
    expect(waitOf(...asked, late)).toMatchObject({ overdue: true });
    const state = stateAfter(...asked, late);
    expect(state.status === 'open' && state.open[0]).toMatchObject({ stage: 'heads', overdue: false });
    after(...asked, late)
      .when(late)
      .thenNothing();
  });
  it('who is asked again begins anew', () => {
    const later = '2026-03-05T03:00:00.000Z';
    const again = [
      ...asked,
      reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, question),
      answering('heads', 'origin', { at: '2026-03-04T03:00:00.000Z' }),
      asking('heads', 'dest', 'submission', { at: later, question: 'and when?' }),
    ];
    expect(waitOf(...again)).toMatchObject({ reminded: [], schedule: { dueOn: '2026-03-09' } });
  });
  it('has the time back in which the case was suspended', () => {
    const suspended = [...asked, suspending('secretary', { at: '2026-03-03T03:00:00.000Z' })];
    after(...asked)
      .when(suspending('secretary', { at: '2026-03-03T03:00:00.000Z' }))
      .thenTypes('CaseSuspended', 'ClockPaused');
    after(...suspended)
      .when(reminding('heads', 'after-1', '2026-03-05T01:00:00.000Z', 1, question))
      .thenNothing();
    const resumed = [...suspended, resuming('secretary', { at: '2026-03-06T03:00:00.000Z' })];
    expect(waitOf(...resumed)).toMatchObject({ originalDueOn: '2026-03-04', schedule: { dueOn: '2026-03-09' } });
    const state = stateAfter(...resumed);
    expect(state.status === 'open' && state.open[0].pausedAt).toBe(at);
  });
  it('is given other days by another calendar', () => {
    const longer = { ...calendar, version: 'test-2', holidays: ['2026-03-03'] };
    const replan: WorkflowCommand = {
      type: 'Replan',
      data: { by: 'system:calendar', at, directory, calendar: longer, because: 'SKB' },
    };
    expect(waitOf(...asked, replan)).toMatchObject({ originalDueOn: '2026-03-04', schedule: { dueOn: '2026-03-05' } });
  });
  it('goes on being asked where the case goes on under another version', () => {
    const definition = definitionOf([{ ...stage, key: 'chiefs' }, final], { version: 2 });
    const migrate: WorkflowCommand = {
      type: 'Migrate',
      data: {
        ...{ by: 'system:migration', at, directory, calendar, definition, definitionHash: 'def2' },
        ...{ mapping: { heads: 'chiefs' }, timers: 'keep', orderedBy: 'hrhead', reason: 'circular' },
      },
    };
    const events = historyOf(...asked, migrate);
    expect(events.at(-1)).toMatchObject({
      type: 'StageOpened',
      data: { carries: { paused: true, asked: { of: 'ORIGIN_HEAD', schedule: { dueOn: '2026-03-04' } } } },
    });
    after(...asked, migrate)
      .when(reminding('chiefs', 'before-1', '2026-03-03T01:00:00.000Z', 1, question))
      .thenTypes('ReminderFellDue');
  });
});

describe('how long an answer may take', () => {
  const bare: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: {} } };
  const { deadline: _, ...timeless } = bare;
  it.each([
    ['is what the stage says of its questions', stage, {}, '2026-03-04'],
    ['else what the definition says of answers', bare, { answering: { ...term, workingDays: 1 } }, '2026-03-03'],
    ['else what the stage itself may take', bare, {}, '2026-03-05'],
    ['else three working days', timeless, {}, '2026-03-05'],
  ] as const)('%s', (_, first, more, dueOn) => {
    expect(scheduleOf(...opened(first, more), asking('heads', 'dest'))?.dueOn).toBe(dueOn);
  });
  it('is checked like any deadline', () => {
    const twice = { ...term, reminders: [1, 1] };
    const lost = { ...term, escalations: [{ workingDays: 1, to: 'NOBODY' }] };
    const problemsIn = (first: StageDefinition, answering: Term = lost) =>
      checkDefinition(definitionOf([first, final], { answering }), {
        fields: {},
        roles: [...Object.keys(directory)],
      }).map(({ at: place, code }) => `${place} ${code}`);
    expect(problemsIn(bare)).toEqual(['answering unknown-role']);
    expect(problemsIn({ ...heads, verbs: { ...heads.verbs, ask: { deadline: lost } } })).toContain('stages.heads unknown-role');
    expect(problemsIn({ ...heads, verbs: { ...heads.verbs, ask: { deadline: twice } } })).toContain(
      'stages.heads same-day-twice',
    );
    expect(problemsIn(bare, { ...twice, escalations: [] })).toEqual(['answering same-day-twice']);
  });
});

import type { CommandData, WorkflowCommand } from '../commands.js';
import type { Definition, StageDefinition } from '../definition.js';
import { addingAdviser, advising, answering, asking, claiming, recusing, resuming, suspending } from '../decide/testing.js';
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
  panel,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';

const question = { wait: 'question' } as const;
const rules = { suspendedBy: ['SECRETARY'] };
const term = { workingDays: 2, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'HR_HEAD' }] };
const stage: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: { deadline: term } } };
const { deadline: _, ...timeless } = stage;
const longer: StageDefinition = { ...stage, deadline: { ...heads.deadline, workingDays: 9 } };
const begun = (first: StageDefinition, more: Partial<Definition> = {}) => [
  starting(definitionOf([first, final], { ...rules, ...more })),
  submitting(),
];
const migrating = (
  first: StageDefinition,
  more: Partial<CommandData<'Migrate'>> = {},
  rest: Partial<Definition> = {},
): WorkflowCommand => ({
  type: 'Migrate',
  data: {
    ...{ by: 'system:migration', at, directory, calendar, orderedBy: 'hrhead', reason: 'circular', timers: 'keep' },
    ...{ definition: definitionOf([first, final], { version: 2, ...rules, ...rest }), definitionHash: 'def2', mapping: {} },
    ...more,
  },
});
const openedAgain = (...commands: readonly WorkflowCommand[]) => {
  const found = historyOf(...commands).findLast(({ type }) => type === 'StageOpened');
  if (found?.type !== 'StageOpened') throw new Error('nothing was opened');
  return found.data;
};
const openIn = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  if (state.status !== 'open') throw new Error(state.status);
  return state.open[0];
};
const codes = (schedule: ReturnType<typeof openedAgain>['schedule']) => schedule?.reminders.map(({ code }) => code);

describe('whoever reads of a stage that was carried over', () => {
  const told = reminding('heads', 'before-1', '2026-03-04T01:00:00.000Z');
  const late = passing('heads', '2026-03-06T01:00:00.000Z');

  it('reads of no reminder that was told', () => {
    expect(codes(openedAgain(...begun(stage), told, migrating(longer)).schedule)).toEqual(['after-1', 'escalation-2']);
    const anew = openedAgain(...begun(stage), told, migrating(longer, { timers: 'restart' }));
    expect(codes(anew.schedule)).toEqual(['before-1', 'after-1', 'escalation-2']);
  });
  it('reads that it is overdue, unless its deadline began anew', () => {
    expect(openedAgain(...begun(stage), late, migrating(longer)).carries).toEqual({ stage: 'heads', voted: [], overdue: true });
    const anew = openedAgain(...begun(stage), late, migrating(longer, { timers: 'restart' }));
    expect(anew.carries).toEqual({ stage: 'heads', voted: [] });
  });
  it('reads what of a question was told, that it is overdue, and that its clock stands still', () => {
    const asked = [...begun(stage), asking('heads', 'dest')];
    const reminded = [...asked, reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, question)];
    const carried = openedAgain(...reminded, migrating(stage)).carries?.asked;
    expect(carried).toMatchObject({ of: 'ORIGIN_HEAD', at });
    expect(codes(carried?.schedule)).toEqual(['after-1', 'escalation-2']);
    expect(carried).not.toHaveProperty('overdue');
    expect(carried).not.toHaveProperty('paused');
    const unanswered = passing('heads', '2026-03-05T01:00:00.000Z', 1, undefined, question);
    expect(openedAgain(...reminded, unanswered, migrating(stage)).carries?.asked).toMatchObject({ overdue: true });
    const still = openedAgain(...asked, suspending('secretary'), migrating(stage)).carries;
    expect(still).toMatchObject({ paused: true, asked: { paused: true } });
  });
});

describe('who reads of a panel or a desk that was carried over', () => {
  const board: StageDefinition = { ...panel, verbs: { ...panel.verbs, recuse: { reason: 'optional' } } };
  it('reads who stepped aside beside who voted', () => {
    const there = [...begun(board), deciding('panel', 't1'), recusing('panel', 't2')];
    expect(openedAgain(...there, migrating(board)).carries).toEqual({ stage: 'panel', voted: ['t1', 't2'] });
  });
  it('reads who has taken the task, and who was asked for advice and has not given it', () => {
    const verbs = { ...heads.verbs, claim: true, advise: {} } as const;
    const desk: StageDefinition = { ...heads, actor: 'HR_OFFICER', verbs };
    const asked = [addingAdviser('heads', 'officer', 'auditor'), addingAdviser('heads', 'officer', 'secretary')];
    const there = [...begun(desk), claiming('heads', 'officer'), ...asked, advising('heads', 'auditor')];
    expect(openedAgain(...there, migrating(desk)).carries).toEqual({
      ...{ stage: 'heads', voted: [], claimedBy: 'officer', advisers: ['secretary'] },
    });
  });
  it('is told anew who stands in for a vacant office, as the new version has it', () => {
    const nobody = { ...directory, DEST_HEAD: [] };
    const find: WorkflowCommand = {
      type: 'FindVacancy',
      data: { by: 'system:vacancies', at, calendar, directory: nobody, stage: 'heads', round: 1 },
    };
    const stoodInFor: StageDefinition = { ...stage, vacancy: { policy: 'superior', role: 'SECRETARY' } };
    after(...begun(stage), find, migrating(stoodInFor))
      .when(find)
      .then({
        type: 'VacancyFound',
        data: {
          ...{ stage: 'heads', round: 1, role: 'DEST_HEAD', office: 'DEST_HEAD', policy: 'superior', alerted: ['secretary'], at },
          instead: directory['SECRETARY'] ?? [],
        },
      });
  });
});

describe('a stage that is given a deadline by the version that the case goes on under', () => {
  it('waits with it for the answer to what is asked there', () => {
    const given = [...begun(timeless), asking('heads', 'dest'), migrating(stage)];
    expect(historyOf(...given).at(-1)).toEqual({
      type: 'ClockPaused',
      data: { stage: 'heads', round: 1, because: 'asked', at },
    });
    after(...given)
      .when(passing('heads', '2026-03-20T01:00:00.000Z'))
      .thenNothing();
    const answered = [...given, answering('heads', 'origin', { at: '2026-03-04T02:00:00.000Z' })];
    expect(openIn(...answered)).toMatchObject({ schedule: { dueOn: '2026-03-09' }, overdue: false });
    expect(openIn(...answered).pausedAt).toBeUndefined();
  });
  it('waits with it for the case to be resumed', () => {
    const given = [...begun(timeless), suspending('secretary'), migrating(stage)];
    expect(historyOf(...given).at(-1)).toEqual({
      type: 'ClockPaused',
      data: { stage: 'heads', round: 1, because: 'suspended', at },
    });
    expect(openIn(...given, resuming('secretary', { at: '2026-03-03T02:00:00.000Z' })).schedule?.dueOn).toBe('2026-03-06');
  });
  it('has it run at once where nothing stands still', () =>
    expect(historyOf(...begun(timeless), migrating(stage)).at(-1)?.type).toBe('StageOpened'));
  it('has it run when that comes later, though an earlier deadline of it stood still', () => {
    const lost = [...begun(stage), asking('heads', 'dest'), migrating(timeless, { timers: 'restart' })];
    const answered = [...lost, answering('heads', 'origin')];
    expect(openIn(...answered)).not.toHaveProperty('pausedAt');
    const again = [...answered, migrating(stage, { definitionHash: 'def3' })];
    expect(openedAgain(...again)).toMatchObject({ schedule: { dueOn: '2026-03-05' }, carries: { stage: 'heads', voted: [] } });
    after(...again)
      .when(passing('heads', '2026-03-06T01:00:00.000Z'))
      .thenTypes('DeadlinePassed');
  });
});

describe('a deadline that begins anew', () => {
  const thursday = '2026-03-05T02:00:00.000Z';
  const anew = migrating(stage, { timers: 'restart', at: thursday });
  it('is whole when the clock goes on, whatever of the one before was used', () => {
    const asked = [...begun(stage), asking('heads', 'dest', 'submission', { at: '2026-03-04T02:00:00.000Z' }), anew];
    const answered = [...asked, answering('heads', 'origin', { at: '2026-03-06T02:00:00.000Z' })];
    // Three working days from Thursday, and the one on which it stood still.
    expect(openIn(...answered).schedule?.dueOn).toBe('2026-03-11');
  });
  it('is reckoned from then by another calendar as well', () => {
    const other = { ...calendar, version: 'test-2', holidays: ['2026-03-09'] };
    const replan: WorkflowCommand = {
      type: 'Replan',
      data: { by: 'system:calendar', at: thursday, directory, calendar: other, because: 'SKB' },
    };
    expect(openIn(...begun(stage), anew).schedule?.dueOn).toBe('2026-03-10');
    expect(openIn(...begun(stage), anew, replan).schedule?.dueOn).toBe('2026-03-11');
  });
  it('begins anew also on the day on which it began', () => {
    const again = historyOf(...begun(stage), migrating(stage, { timers: 'restart' }));
    expect(again.find(({ type }) => type === 'CaseMigrated')).toMatchObject({ data: { moves: [{ restarted: true }] } });
  });
  it('lets the votes that are there wait for the others, though the one before was over', () => {
    const voted = [
      ...[starting(definitionOf([{ ...panel, quorum: 2 }, final])), submitting(), deciding('panel', 't1')],
      passing('panel', '2026-03-10T02:00:00.000Z'),
    ];
    const smaller = (timers: 'keep' | 'restart') => migrating({ ...panel, quorum: 1 }, { timers });
    after(...voted)
      .when(smaller('keep'))
      .thenRejected('workflow.cannot-migrate');
    expect(openIn(...voted, smaller('restart'))).toMatchObject({ overdue: false, votes: [{ verdict: 'approve' }] });
  });
});

describe('a deadline that is kept', () => {
  const asked = [...begun(stage), asking('heads', 'dest')];
  const answer = answering('heads', 'origin', { at: '2026-03-03T02:00:00.000Z' });
  it.each([
    ['has another', longer],
    ['has none', timeless],
  ])('is what was promised also after its clock stood still, where the new version %s', (_, other) =>
    expect(openIn(...asked, migrating(other), answer).schedule?.dueOn).toBe('2026-03-06'),
  );
  it('is what was promised after two migrations', () =>
    expect(openIn(...asked, migrating(longer), migrating(timeless, { definitionHash: 'def3' }), answer).schedule?.dueOn).toBe(
      '2026-03-06',
    ));
  it('moves with the calendar, where the new version has none', () => {
    const replan: WorkflowCommand = {
      type: 'Replan',
      data: {
        ...{ by: 'system:calendar', at, directory, because: 'SKB' },
        calendar: { ...calendar, version: 'test-2', holidays: ['2026-03-04'] },
      },
    };
    expect(openIn(...begun(stage), migrating(timeless), replan).schedule?.dueOn).toBe('2026-03-06');
  });
  it('is kept of an answer, of a repair and of the case as well', () => {
    const suspend = suspending('secretary');
    const resume = resuming('secretary', { at: '2026-03-03T02:00:00.000Z' });
    const slow: StageDefinition = { ...stage, verbs: { ...stage.verbs, ask: { deadline: { ...term, workingDays: 20 } } } };
    expect(openIn(...asked, suspend, migrating(slow), resume).question?.wait?.schedule?.dueOn).toBe('2026-03-05');

    const repair = { ...definitionOf([]).repair, workingDays: 99 };
    const returned = [...begun(stage), deciding('heads', 'dest', 'return'), suspend, migrating(stage, {}, { repair }), resume];
    const state = stateAfter(...returned);
    expect(state.status === 'returned' && state.repair.schedule?.dueOn).toBe('2026-03-17');

    const whole = { workingDays: 5, reminders: [], escalations: [] };
    const timed = [...begun(stage, { deadline: whole }), suspend];
    const going = stateAfter(...timed, migrating(stage, {}, { deadline: { ...whole, workingDays: 50 } }), resume);
    expect(going.status === 'open' && going.clock?.schedule?.dueOn).toBe('2026-03-10');
  });
});

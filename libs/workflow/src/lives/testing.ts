/** For specifications only: random definitions, people and clocks, and the lives that cases have with them. */
import { randomInt } from 'node:crypto';
import { env } from 'node:process';
import { Rejection } from '@app/decider';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { WorkflowCommand } from '../commands.js';
import type { Definition, OnDeadline, StageDefinition } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import type { Directory } from '../people.js';
import type { Rights } from '../rights.js';
import type { WorkflowState } from '../state.js';
import { calendar, definitionOf } from '../testing.js';
import { whoMayAct } from '../who-may-act.js';
import { workflow } from '../workflow.js';
import { besides, board, kinds, linesOf, partial, recordingOf, single, taskOf, tasks, verdictsOf } from './tasks.js';
import { calendars, holding, matrix, people, roles, vacancy } from './powers.js';

export { people, roles };

// The seed stands in every name below; `FC_SEED=… FC_RUNS=… npx jest lives` lives the same lives again.
export const seed = Number(env['FC_SEED'] ?? randomInt(2 ** 31 - 1));
export const runs = { numRuns: Number(env['FC_RUNS'] ?? 40), seed, verbose: 1 } as const;

const text = { id: 'x', en: 'x' };

const reason = fc.constantFrom('required' as const, 'optional' as const);
const deadlineOf = (onPassed: OnDeadline) =>
  fc.option(
    fc.record({
      workingDays: fc.integer({ min: 1, max: 5 }),
      onPassed: fc.constant(onPassed),
      reminders: fc.uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 2 }),
      escalations: fc.array(
        fc.record(
          {
            workingDays: fc.integer({ min: 1, max: 3 }),
            to: fc.constantFrom(...roles),
            repeatEvery: fc.integer({ min: 1, max: 2 }),
            times: fc.integer({ min: 1, max: 3 }),
          },
          { requiredKeys: ['workingDays', 'to'] },
        ),
        { maxLength: 1 },
      ),
    }),
    { nil: undefined },
  );
const condition = fc.option(fc.constantFrom('flag', 'count > 1', 'not(flag) and count < 3'), { nil: undefined, freq: 2 });

const stage = (index: number): fc.Arbitrary<StageDefinition> => {
  const key = `s${index}`;
  const base = { key: fc.constant(key), title: fc.constant(text), actor: fc.constantFrom(...roles), when: condition, vacancy };
  const earlier = ['submission', ...Array.from({ length: index }, (_, before) => `s${before}`)];
  const back = fc.option(fc.record({ reason, to: fc.uniqueArray(fc.constantFrom(...earlier), { minLength: 1 }) }), {
    nil: undefined,
  });
  const yesNo = { approve: fc.record({ reason }), reject: fc.record({ reason }) };
  return fc
    .oneof(
      fc.record({
        ...base,
        kind: fc.constant('approval' as const),
        verbs: fc.record({ ...yesNo, return: back, partial, ...single }),
        deadline: deadlineOf('wait'),
      }),
      fc.record({ ...base, kind: fc.constant('consent' as const), verbs: fc.record(yesNo), deadline: deadlineOf('silence') }),
      fc.record({ ...base, kind: fc.constant('check' as const), verbs: fc.constant({}), deadline: deadlineOf('wait') }),
      fc.record({
        ...base,
        kind: fc.constant('panel' as const),
        verbs: fc.record({ ...yesNo, partial, ...besides }),
        ...board,
        deadline: deadlineOf('close'),
        size: fc.integer({ min: 2, max: 5 }),
        quorum: fc.integer({ min: 1, max: 2 }),
        rule: fc.constantFrom('majority' as const, 'unanimous' as const, 'veto' as const),
      }),
      fc.record({ ...base, ...kinds.signoff, deadline: deadlineOf('wait') }),
      fc.record({ ...base, ...kinds.acknowledgement, deadline: deadlineOf('silence') }),
      fc.record({ ...base, ...kinds.external, deadline: deadlineOf('wait') }),
    )
    .map((made) => JSON.parse(JSON.stringify(made)) as StageDefinition);
};

/** Some of the stages run beside each other, in branches of one or two. */
const grouping = fc.option(
  fc.record({
    from: fc.integer({ min: 0, max: 3 }),
    size: fc.integer({ min: 2, max: 4 }),
    branches: fc.constantFrom(2, 3),
    join: fc.constantFrom('all' as const, 'any' as const, 2),
  }),
  { nil: undefined },
);
type Grouping = typeof grouping extends fc.Arbitrary<infer Value> ? Value : never;

const grouped = (stages: readonly StageDefinition[], wish: Grouping): Pick<Definition, 'stages' | 'groups'> => {
  const to = Math.min((wish?.from ?? 0) + (wish?.size ?? 0), stages.length - 1);
  if (!wish || to - wish.from < 2) return { stages };
  const width = Math.ceil((to - wish.from) / wish.branches);
  const inside = (stage: StageDefinition, index: number): StageDefinition => ({
    ...stage,
    group: 'beside',
    branch: `b${Math.floor((index - wish.from) / width)}`,
  });
  return {
    stages: stages.map((stage, index) => (index >= wish.from && index < to ? inside(stage, index) : stage)),
    groups: [{ key: 'beside', title: text, join: wish.join }],
  };
};

export const definition: fc.Arbitrary<Definition> = fc
  .integer({ min: 1, max: 5 })
  .chain((size) =>
    fc.record({
      stages: fc.tuple(...Array.from({ length: size }, (_, index) => stage(index))),
      grouping,
      fourEyes: fc.array(
        fc.uniqueArray(fc.constantFrom('submission', ...Array.from({ length: size }, (_, index) => `s${index}`)), {
          minLength: 2,
        }),
        { maxLength: 2 },
      ),
      oncePerCase: fc.boolean(),
      rounds: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      batch: fc.boolean(),
    }),
  )
  .map(({ stages, grouping: wish, fourEyes, oncePerCase, rounds, batch }) => {
    const { stages: placed, groups } = grouped(stages, wish);
    return definitionOf(placed, {
      ...(groups && { groups }),
      ...(oncePerCase && { oncePerCase }),
      ...(rounds !== undefined && { rounds }),
      ...(batch && { lines: { max: 4 } }),
      fourEyes,
      suspendedBy: ['CHIEF'],
      initiators: ['HEAD', 'PERSON'],
      cancelledBy: ['CHIEF'],
    });
  });

const directory: fc.Arbitrary<Directory> = fc.record(
  Object.fromEntries(roles.map((role) => [role, fc.array(holding, { maxLength: 4 })])),
);

/** A step of the world: offices change, time goes on, somebody wants something. */
const step = fc.record({
  directory,
  authority: fc.option(matrix, { nil: undefined, freq: 2 }),
  kin: fc.subarray([...people], { maxLength: 1 }),
  calendar: fc.constantFrom(...calendars),
  hours: fc.integer({ min: 0, max: 60 }),
  by: fc.constantFrom(...people, 'system:timer'),
  what: fc.constantFrom(
    'submit',
    'act',
    'act',
    'act',
    'act',
    'any',
    'check',
    'deadline',
    'remind',
    'comment',
    'withdraw',
    'cancel',
    'vacancy',
    'replan',
    'task',
    'task',
    'task',
    'outside',
  ),
  task: fc.constantFrom(...tasks),
  other: fc.constantFrom(...people, ...roles),
  required: fc.boolean(),
  verdict: fc.constantFrom('approve' as const, 'approve' as const, 'approve' as const, 'reject' as const, 'return' as const),
  stage: fc.constantFrom('s0', 's1', 's2', 's3', 'nowhere'),
  reason: fc.constantFrom('because', 'because', ' '),
  pick: fc.nat({ max: 3 }),
  changed: fc.boolean(),
  context: fc.record({ flag: fc.boolean(), count: fc.integer({ min: 0, max: 4 }) }),
  outcome: fc.constantFrom('passed' as const, 'passed' as const, 'failed' as const),
  code: fc.constantFrom('before-1', 'after-1', 'after-2', 'escalation-1', 'escalation-2', 'escalation-3'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export const instant = (hours: number) =>
  Temporal.Instant.from('2026-03-02T02:00:00Z').add({ hours }).toString({ smallestUnit: 'millisecond' });

/** What the right to act is judged by in a step. */
export const rightsOf = (
  { authority, kin, calendar: days }: Pick<Step, 'authority' | 'kin' | 'calendar'>,
  hours: number,
): Rights => ({
  at: instant(hours),
  calendar: days,
  kin,
  ...(authority && { authority }),
});

/** Which of the stages that are open a step has in mind. */
const pick = (state: WorkflowState, { pick: nth }: Step): string =>
  state.status === 'open' ? (state.open[nth % state.open.length] ?? state.open[0]).stage : 'submission';
const roundNow = (state: WorkflowState): number => (state.status === 'absent' ? 1 : state.round);

/** What a step wants of a case. Mostly by somebody who may, else little would happen. */
const commandOf = (wish: Step, state: WorkflowState, hours: number): WorkflowCommand => {
  const given = { directory: wish.directory, ...rightsOf(wish, hours) };
  const place = { stage: pick(state, wish), round: roundNow(state) };
  const able = whoMayAct(state, wish.directory, place.stage, given)[0]?.person ?? wish.by;
  switch (wish.what) {
    case 'submit':
      return {
        type: 'SubmitCase',
        data: {
          ...given,
          by: able,
          dossierHash: `d${hours}`,
          context: wish.context,
          changed: wish.changed,
          ...(state.status === 'draft' && state.definition.lines && { lines: linesOf(wish.pick + 1) }),
        },
      };
    case 'act':
      if (state.status !== 'open') return commandOf({ ...wish, what: 'submit' }, state, hours);
      return deciding(wish, state, given, place.stage, able);
    case 'any':
      return {
        type: 'Decide',
        data: {
          ...given,
          by: wish.by,
          stage: wish.stage,
          verdict: wish.verdict,
          reason: wish.reason,
          to: wish.stage,
          dossierHash: 'd',
        },
      };
    case 'task':
      return taskOf(wish, state, given, place.stage, able);
    case 'outside':
      return recordingOf(given, able, place.stage, wish.outcome);
    case 'check':
      return {
        type: 'RecordCheck',
        data: { ...given, by: 'system:check', stage: place.stage, outcome: wish.outcome, facts: {} },
      };
    case 'deadline':
      return { type: 'PassDeadline', data: { ...given, by: 'system:timer', ...place } };
    case 'remind':
      return { type: 'Remind', data: { ...given, by: 'system:timer', ...place, code: wish.code } };
    case 'vacancy':
      return { type: 'FindVacancy', data: { ...given, by: 'system:vacancies', ...place } };
    case 'replan':
      return { type: 'Replan', data: { ...given, by: 'system:calendar', because: 'SKB' } };
    case 'comment':
      return { type: 'Comment', data: { ...given, by: wish.by, text: 'hello' } };
    case 'withdraw':
      return { type: 'Withdraw', data: { ...given, by: wish.by, reason: 'because' } };
    case 'cancel':
      return { type: 'Cancel', data: { ...given, by: wish.by, reason: 'because' } };
  }
};

/** A decision, with what is left out or rejected of a batch. */
const deciding = (
  { verdict, reason: why, required }: Step,
  state: WorkflowState,
  given: Rights & Readonly<{ directory: Directory }>,
  stage: string,
  by: string,
): WorkflowCommand => {
  const open = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
  const lines =
    state.status === 'open' && open && verdict !== 'return'
      ? verdictsOf({ state, open }, by, given, verdict === 'approve' && required)
      : undefined;
  return { type: 'Decide', data: { ...given, by, stage, verdict, reason: why, dossierHash: 'd', ...(lines && { lines }) } };
};

type Moment = Readonly<{
  state: WorkflowState;
  events: readonly WorkflowEvent[];
  history: readonly WorkflowEvent[];
  command: WorkflowCommand;
  decision: ReturnType<typeof workflow.decide>;
  wish: Step;
}>;

/** Lives a case, and shows every moment of it. */
const live = (definition: Definition, wishes: readonly Step[], see: (moment: Moment) => void): WorkflowState => {
  let hours = 0;
  let state = workflow.initial;
  const history: WorkflowEvent[] = [];
  const take = (command: WorkflowCommand, wish: Step) => {
    const decision = workflow.decide(command, state);
    const events = decision instanceof Rejection ? [] : decision;
    for (const event of events) state = workflow.evolve(state, event);
    history.push(...events);
    see({ state, events, history, command, decision, wish });
  };
  const [first] = wishes;
  if (!first) return state;
  const starter = { ...first.directory, HEAD: [{ office: 'o1', person: 'ana', kind: 'definitive' as const }] };
  take(
    {
      type: 'StartCase',
      data: { definition, definitionHash: 'h', subject: 'budi', by: 'ana', at: instant(0), directory: starter, calendar },
    },
    first,
  );
  for (const wish of wishes) {
    hours += wish.hours;
    take(commandOf(wish, state, hours), wish);
  }
  return state;
};

export const everyMoment = (see: (moment: Moment) => void) =>
  fc.assert(
    fc.property(definition, fc.array(step, { minLength: 5, maxLength: 40 }), (rules, wishes) => void live(rules, wishes, see)),
    runs,
  );

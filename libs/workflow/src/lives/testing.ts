/** For specifications only: random definitions, people and clocks, and the lives that cases have with them. */
import { randomInt } from 'node:crypto';
import { env } from 'node:process';
import { Rejection } from '@app/decider';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { WorkflowCommand } from '../commands.js';
import type { Definition } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import type { Directory } from '../people.js';
import type { Rights } from '../rights.js';
import type { WorkflowState } from '../state.js';
import { calendar } from '../testing.js';
import { whoMayAct } from '../who-may-act.js';
import { workflow } from '../workflow.js';
import { definition } from './definitions.js';
import { dueOf, firing } from './due.js';
import { change, migratingTo } from './migrations.js';
import { linesOf, recordingOf, taskOf, tasks, verdictsOf } from './tasks.js';
import { calendars, holding, matrix, people, roles } from './powers.js';

// The seed stands in every name below; `npm run lives -- [count] [seed]` lives the same lives again.
export const seed = Number(env['FC_SEED'] ?? randomInt(2 ** 31 - 1));
// `FC_SHRINK=0`: a failure is enough, and need not be made short, as for a planted fault.
export const runs = { numRuns: Number(env['FC_RUNS'] ?? 300), seed, verbose: 1, endOnFailure: env['FC_SHRINK'] === '0' } as const;

export { definition, dueOf, firing };
export type { Due } from './due.js';

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
    'fall-due',
    'fall-due',
    'migrate',
    'migrate',
    'ask',
  ),
  task: fc.constantFrom(...tasks),
  change,
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

/** What falls due first. */
const nextOf = (state: WorkflowState) => dueOf(state).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];

/** The hour at which it is, if that is to come. */
const hourOf = (state: WorkflowState, hours: number): number => {
  const next = nextOf(state);
  if (!next) return hours;
  const until = Temporal.Instant.from(instant(0)).until(Temporal.Instant.from(next.at), { largestUnit: 'hours' });
  return Math.max(hours, until.hours + 1);
};

/** What a step wants of a case. Mostly by somebody who may, else little would happen. */
const commandOf = (wish: Step, state: WorkflowState, hours: number): WorkflowCommand => {
  const given = { directory: wish.directory, ...rightsOf(wish, hours) };
  const place = { stage: pick(state, wish), round: roundNow(state) };
  const about = [{}, { wait: 'question' }, { wait: 'case' }, {}] as const;
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
    case 'ask':
    case 'task':
      return taskOf(wish.what === 'ask' ? { ...wish, task: 'ask' } : wish, state, given, place.stage, able);
    case 'outside':
      return recordingOf(given, able, place.stage, wish.outcome);
    case 'check':
      return {
        type: 'RecordCheck',
        data: { ...given, by: 'system:check', stage: place.stage, outcome: wish.outcome, facts: {} },
      };
    case 'deadline':
      return { type: 'PassDeadline', data: { ...given, by: 'system:timer', ...place, ...about[wish.pick] } };
    case 'remind':
      return { type: 'Remind', data: { ...given, by: 'system:timer', ...place, ...about[wish.pick], code: wish.code } };
    case 'fall-due': {
      const next = nextOf(state);
      return next ? firing(next, given) : commandOf({ ...wish, what: 'act' }, state, hours);
    }
    case 'migrate':
      return migratingTo(wish.change, state, given);
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

export type Moment = Readonly<{
  /** Before the command, and after it. */
  before: WorkflowState;
  state: WorkflowState;
  /** What a stranger makes of the history as it is stored, event by event. */
  stored: WorkflowState;
  events: readonly WorkflowEvent[];
  history: readonly WorkflowEvent[];
  command: WorkflowCommand;
  decision: ReturnType<typeof workflow.decide>;
  wish: Step;
}>;

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Lives a case, and shows every moment of it. */
const live = (definition: Definition, wishes: readonly Step[], see: (moment: Moment) => void): WorkflowState => {
  let hours = 0;
  let state = workflow.initial;
  let stored = workflow.initial;
  const history: WorkflowEvent[] = [];
  const take = (command: WorkflowCommand, wish: Step) => {
    const decision = workflow.decide(command, state);
    const events = decision instanceof Rejection ? [] : decision;
    const before = state;
    for (const event of events) state = workflow.evolve(state, event);
    if (events.length > 0) stored = throughJson(throughJson(events).reduce(workflow.evolve, stored));
    history.push(...events);
    see({ before, state, stored, events, history, command, decision, wish });
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
    hours = wish.what === 'fall-due' ? hourOf(state, hours) : hours + wish.hours;
    take(commandOf(wish, state, hours), wish);
  }
  return state;
};

/** Lives of cases, one after another; the first moment that is not as it should be fails, and is made as short as it can be. */
export const everyMoment = (see: (moment: Moment) => void) =>
  fc.assert(
    fc.property(definition, fc.array(step, { minLength: 5, maxLength: 40 }), (rules, wishes) => void live(rules, wishes, see)),
    runs,
  );

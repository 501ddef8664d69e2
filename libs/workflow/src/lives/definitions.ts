/** For specifications only: random definitions. */
import fc from 'fast-check';
import type { Definition, OnDeadline, StageDefinition, Term } from '../definition.js';
import { definitionOf } from '../testing.js';
import { roles, vacancy } from './powers.js';
import { besides, board, kinds, partial, single } from './tasks.js';

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

const termOf = ({ workingDays, reminders, escalations }: Term): Term => ({ workingDays, reminders, escalations });

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
      deadline: deadlineOf('wait'),
    }),
  )
  .map(({ stages, grouping: wish, fourEyes, oncePerCase, rounds, batch, deadline }) => {
    const { stages: placed, groups } = grouped(stages, wish);
    return definitionOf(placed, {
      ...(groups && { groups }),
      ...(oncePerCase && { oncePerCase }),
      ...(rounds !== undefined && { rounds }),
      ...(batch && { lines: { max: 4 } }),
      ...(deadline && { deadline: termOf(deadline) }),
      fourEyes,
      suspendedBy: ['CHIEF'],
      initiators: ['HEAD', 'PERSON'],
      cancelledBy: ['CHIEF'],
    });
  });

/** For specifications only: other versions of a definition, and what was under their keys. */
import fc from 'fast-check';
import type { WorkflowCommand } from '../commands.js';
import type { Definition, OnDeadline, StageDefinition, Term } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import type { WorkflowState } from '../state.js';

const term: fc.Arbitrary<Term> = fc.record({
  workingDays: fc.integer({ min: 1, max: 8 }),
  reminders: fc.uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 2 }),
  escalations: fc.constant([]),
});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** What becomes of a definition: other deadlines, or none, perhaps under other names. */
export const change = fc.record({
  renamed: fc.boolean(),
  timers: fc.constantFrom('keep' as const, 'restart' as const),
  terms: fc.array(maybe(term), { minLength: 1, maxLength: 3 }),
  whole: maybe(term),
});
export type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

const passed: Readonly<Record<StageDefinition['kind'], OnDeadline>> = {
  approval: 'wait',
  panel: 'close',
  consent: 'silence',
  check: 'wait',
  signoff: 'wait',
  acknowledgement: 'silence',
  external: 'wait',
};

/** `s1` is called `t1` in one version, and `s1` again in the next. */
const renamed = (key: string): string =>
  key.startsWith('s') && key !== 'submission' ? `t${key.slice(1)}` : key.startsWith('t') ? `s${key.slice(1)}` : key;

const changed = (definition: Definition, { renamed: otherNames, terms, whole }: Change): Definition => {
  const { deadline: _, ...rest } = definition;
  const to = otherNames ? renamed : (key: string) => key;
  return {
    ...rest,
    version: definition.version + 1,
    fourEyes: definition.fourEyes.map((set) => set.map(to)),
    stages: definition.stages.map(({ deadline: __, verbs, ...stage }, index) => {
      const given = terms[index % terms.length];
      const back = verbs.return && { return: { ...verbs.return, to: verbs.return.to.map(to) } };
      const deadline = given && { deadline: { ...given, onPassed: passed[stage.kind] } };
      return { ...stage, key: to(stage.key), verbs: { ...verbs, ...back }, ...deadline };
    }),
    ...(whole && { deadline: whole }),
  };
};

/** The case is to go on under another version. */
export const migratingTo = (
  wish: Change,
  state: WorkflowState,
  given: Pick<WorkflowCommand['data'], 'at' | 'calendar' | 'directory'>,
): WorkflowCommand => {
  const old = state.status === 'absent' ? { stages: [], version: 0 } : state.definition;
  const definition = state.status === 'absent' ? undefined : changed(state.definition, wish);
  if (!definition) return { type: 'Comment', data: { ...given, by: 'ana', text: 'too early' } };
  const mapping = wish.renamed ? Object.fromEntries(old.stages.map(({ key }) => [key, renamed(key)])) : {};
  return {
    type: 'Migrate',
    data: {
      ...{ ...given, by: 'system:migration', orderedBy: 'dewi', reason: 'circular', timers: wish.timers, mapping },
      ...{ definition, definitionHash: `h${definition.version}` },
    },
  };
};

/** What happened, under the keys that its stages have now. */
export const underPresentKeys = (history: readonly WorkflowEvent[]): readonly WorkflowEvent[] => {
  let now = (key: string) => key;
  return history
    .toReversed()
    .map((event): WorkflowEvent => {
      if (event.type === 'CaseMigrated') {
        const { mapping } = event.data;
        const after = now;
        now = (key) => after(mapping[key] ?? key);
      }
      // What is one event stays that event: only its key is another.
      return 'stage' in event.data
        ? ({ ...event, data: { ...event.data, stage: now(event.data.stage) } } as WorkflowEvent)
        : event;
    })
    .toReversed();
};

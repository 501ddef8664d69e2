/** For specifications only: the stages and verbs that people have besides deciding, wished for at random. */
import fc from 'fast-check';
import { acting } from '../authority.js';
import type { WorkflowCommand } from '../commands.js';
import type { Verbs } from '../definition.js';
import type { Line, LineVerdict } from '../events.js';
import { handsBy } from '../four-eyes.js';
import { decidesByLine, ownLines, standingLines } from '../lines.js';
import type { Directory } from '../people.js';
import type { Rights } from '../rights.js';
import type { At, WorkflowState } from '../state.js';
import { people, roles } from './powers.js';

const reason = fc.constantFrom('required' as const, 'optional' as const);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const title = fc.constant({ id: 'x', en: 'x' });

/** The verbs of a stage besides those that decide it. */
export const besides = {
  ask: fc.option(fc.constant({}), { nil: undefined, freq: 4 }),
  advise: maybe(fc.constant({ max: 2 })),
  recuse: maybe(fc.record({ reason })),
} satisfies Partial<Record<keyof Verbs, unknown>>;
export const single = {
  ...besides,
  claim: maybe(fc.constant(true as const)),
  reassign: maybe(fc.record({ reason, by: fc.constant(['CHIEF']) })),
};
export const partial = maybe(fc.record({ reason }));

/** What tells the newer kinds of stage apart. */
export const kinds = {
  signoff: {
    kind: fc.constant('signoff' as const),
    verbs: fc.record({ approve: fc.record({ reason }), reject: fc.record({ reason }), partial, ...besides }),
    groups: fc.uniqueArray(fc.record({ role: fc.constantFrom(...roles), title }), {
      minLength: 2,
      maxLength: 3,
      selector: ({ role }) => role,
    }),
  },
  acknowledgement: {
    kind: fc.constant('acknowledgement' as const),
    verbs: fc.record({ approve: fc.record({ reason }) }),
    all: fc.boolean(),
  },
  external: { kind: fc.constant('external' as const), verbs: fc.record(single), from: title, mayPredate: fc.boolean() },
};
export const board = {
  members: maybe(fc.subarray([...people], { minLength: 3 })),
  chair: maybe(fc.constantFrom('first', ...roles)),
  vetoBy: maybe(fc.constantFrom(...roles)),
};

export const tasks = [
  ...(['ask', 'answer', 'claim', 'unclaim', 'reassign', 'adviser', 'advise', 'recuse', 'suspend', 'resume'] as const),
  ...(['attach', 'outside', 'resume', 'answer'] as const),
];

export type TaskWish = Readonly<{
  task: (typeof tasks)[number];
  by: string;
  other: string;
  required: boolean;
  outcome: 'passed' | 'failed';
  reason: string;
}>;

type Given = Rights & Readonly<{ directory: Directory }>;

/** Mostly by somebody who may; `able` may act at the stage. */
export const taskOf = (wish: TaskWish, state: WorkflowState, given: Given, stage: string, able: string): WorkflowCommand => {
  const { by, other, required, outcome } = wish;
  const open = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
  const chief = given.directory['CHIEF']?.[0]?.person ?? by;
  switch (wish.task) {
    case 'ask':
      return { type: 'Ask', data: { ...given, by: able, stage, question: 'which?', of: required ? other : 'submission' } };
    case 'answer': {
      const of = open?.question?.of ?? '';
      return { type: 'Answer', data: { ...given, by: given.directory[of]?.[0]?.person ?? of, stage, answer: 'that' } };
    }
    case 'claim':
      return { type: 'Claim', data: { ...given, by: able, stage } };
    case 'unclaim':
      return { type: 'Unclaim', data: { ...given, by: open?.claimedBy ?? by, stage } };
    case 'reassign':
      return { type: 'Reassign', data: { ...given, by: able, stage, to: other, reason: wish.reason } };
    case 'adviser':
      return { type: 'AddAdviser', data: { ...given, by: able, stage, adviser: other, required, question: 'well?' } };
    case 'advise':
      return { type: 'Advise', data: { ...given, by: open?.advisers?.[0]?.person ?? by, stage, advice: 'do' } };
    case 'recuse':
      return { type: 'Recuse', data: { ...given, by: able, stage, reason: wish.reason } };
    case 'suspend':
      return { type: 'Suspend', data: { ...given, by: chief, reason: 'because' } };
    case 'resume':
      return { type: 'Resume', data: { ...given, by: chief, reason: '' } };
    case 'attach':
      return {
        type: 'Attach',
        data: { ...given, by, id: other, name: 'x', sha256: 'ab'.repeat(32), size: 1, mime: 'text/plain' },
      };
    case 'outside':
      return recordingOf(given, able, stage, outcome);
  }
};

export const recordingOf = (given: Given, by: string, stage: string, outcome: 'passed' | 'failed'): WorkflowCommand => ({
  type: 'RecordAnswer',
  data: { ...given, by, stage, outcome, number: '1', date: given.at.slice(0, 10), note: '' },
});

/** The lines of a batch: some are about people who decide on it. */
export const linesOf = (many: number): readonly Line[] =>
  Array.from({ length: many }, (_, index) => ({ key: `l${index}`, subject: people[index] ?? `p${index}` }));

type Lines = Readonly<Record<string, Readonly<{ verdict: LineVerdict; reason: string }>>>;

/** What somebody must leave out, and perhaps rejects, of a batch. */
export const verdictsOf = (at: At, by: string, given: Given, rejects: boolean): Lines | undefined => {
  const capacity = acting(at, given.directory, by, given);
  if (at.state.lines.length === 0 || !decidesByLine(at.open) || 'code' in capacity) return undefined;
  const own = ownLines(at.state, handsBy(capacity), given);
  const other = standingLines(at.state).find(({ key }) => !own.includes(key));
  return {
    ...Object.fromEntries(own.map((key) => [key, { verdict: 'leave' as const, reason: '' }])),
    ...(rejects && other && { [other.key]: { verdict: 'reject' as const, reason: 'no' } }),
  };
};

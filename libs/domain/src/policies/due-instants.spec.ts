import { project, type Recorded } from '@app/event-store';
import type { Definition, StageDefinition, WorkflowCommand, WorkflowEvent } from '@app/workflow';
import { asking, suspending } from '../../../workflow/src/decide/testing.js';
import {
  at,
  calendar,
  definitionOf,
  directory,
  final,
  heads,
  historyOf,
  passing,
  reminding,
  starting,
  submitting,
} from '../../../workflow/src/testing.js';
import { type DueInstantRow, dueInstants } from './due-instants.js';

const stream = 'kepahiang.case-1';
const recorded = ({ type, data }: WorkflowEvent, index: number): Recorded => ({
  ...{ id: `${index}`, version: 1, stream, revision: BigInt(index), position: `${index}`, type, data },
  metadata: {
    ...{ actor: 'system', commandId: 'c', correlationId: 'c', causationId: 'c', at: data.at, tenant: 'kepahiang' },
    ...{ hash: '', previousHash: '' },
  },
});
/** By wait, what is pending there. */
const pendingAfter = (...commands: readonly WorkflowCommand[]) =>
  [...project<DueInstantRow>(dueInstants, historyOf(...commands).map(recorded))].map(([key, { pending }]) => [
    key,
    ...pending.map(({ code }) => code),
  ]);

const question = { wait: 'question' } as const;
const term = { workingDays: 2, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'HR_HEAD' }] };
const stage: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: { deadline: term } } };
const { deadline: _, ...timeless } = stage;
const of = (first: StageDefinition, version = 1): Definition =>
  definitionOf([first, final], { version, suspendedBy: ['SECRETARY'] });
const begun = (first = stage) => [starting(of(first)), submitting()];
const migrating = (first: StageDefinition, timers: 'keep' | 'restart' = 'keep', when = at): WorkflowCommand => ({
  type: 'Migrate',
  data: {
    ...{ by: 'system:migration', at: when, directory, calendar, orderedBy: 'hrhead', reason: 'circular' },
    ...{ definition: of(first, 2), definitionHash: 'def2', mapping: { heads: first.key }, timers },
  },
});

describe('what falls due of a case that goes on under another version', () => {
  const chiefs = { ...stage, key: 'chiefs' };
  const key = `${stream}#chiefs#1`;

  it('is nothing of which somebody was reminded already, and no deadline that has passed', () => {
    const late = [
      ...begun(),
      reminding('heads', 'before-1', '2026-03-04T01:00:00.000Z'),
      passing('heads', '2026-03-06T01:00:00.000Z'),
    ];
    expect(pendingAfter(...late, migrating(chiefs))).toEqual([[key, 'after-1', 'escalation-2']]);
    expect(pendingAfter(...late, migrating(chiefs, 'restart'))).toEqual([
      [key, 'before-1', 'after-1', 'escalation-2', 'deadline'],
    ]);
  });

  it('is of a question what is still to come of it', () => {
    const asked = [...begun(), asking('heads', 'dest')];
    const reminded = [...asked, reminding('heads', 'before-1', '2026-03-03T01:00:00.000Z', 1, question)];
    const unanswered = [...reminded, passing('heads', '2026-03-05T01:00:00.000Z', 1, undefined, question)];
    expect(pendingAfter(...reminded, migrating(chiefs))).toEqual([
      [key, 'question/after-1', 'question/escalation-2', 'question/deadline'],
    ]);
    expect(pendingAfter(...unanswered, migrating(chiefs))).toEqual([[key, 'question/after-1', 'question/escalation-2']]);
    const told = ['after-1', 'escalation-2'].map((code) => reminding('heads', code, '2026-03-06T01:00:00.000Z', 1, question));
    expect(pendingAfter(...unanswered, ...told, migrating(chiefs))).toEqual([]);
  });

  it('is nothing while the case is suspended', () =>
    expect(pendingAfter(...begun(), asking('heads', 'dest'), suspending('secretary'), migrating(chiefs))).toEqual([]));

  it('is nothing of a deadline that the stage is given while it waits for an answer', () =>
    expect(pendingAfter(...begun(timeless), asking('heads', 'dest'), migrating(chiefs))).toEqual([
      [key, 'question/before-1', 'question/after-1', 'question/escalation-2', 'question/deadline'],
    ]));
});

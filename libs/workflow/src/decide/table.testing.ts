/** For specifications only: a state of every kind, and a command of every kind by somebody who could give it. */
import { fold } from '@app/decider';
import type { WorkflowCommand } from '../commands.js';
import type { StageDefinition } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import type { WorkflowState } from '../state.js';
import { workflow } from '../workflow.js';
import {
  calendar,
  cancelling,
  checking,
  commenting,
  deciding,
  definitionOf,
  final,
  heads,
  hearing,
  historyOf,
  machine,
  panel,
  passing,
  reminding,
  starting,
  submitting,
  withdrawing,
} from '../testing.js';
import {
  addingAdviser,
  advising,
  answering,
  asking,
  attaching,
  claiming,
  reassigning,
  recording,
  recusing,
  resuming,
  suspending,
  unclaiming,
} from './testing.js';

const text = { id: 'x', en: 'x' };
const dataOf = ({ data: { by, at, directory, calendar } }: WorkflowCommand) => ({ by, at, directory, calendar });
const longer = { ...calendar, version: 'test-2', holidays: ['2026-03-03', '2026-03-04', '2026-03-06'] };
const every = {
  ask: {},
  claim: true,
  reassign: { reason: 'optional' },
  advise: {},
  recuse: { reason: 'optional' },
  partial: { reason: 'optional' },
} as const;
const approval = { ...heads, actor: 'HR_OFFICER', verbs: { ...heads.verbs, ...every } } as const satisfies StageDefinition;
const signoff: StageDefinition = {
  ...{ kind: 'signoff', key: 'signoff', title: text, actor: 'HR_OFFICER' },
  groups: ['HR_OFFICER', 'AUDITOR'].map((role) => ({ role, title: text })),
  verbs: { approve: { reason: 'optional' }, reject: { reason: 'optional' }, ask: {}, recuse: { reason: 'optional' } },
};
const note: StageDefinition = {
  ...{ kind: 'acknowledgement', key: 'note', title: text, actor: 'HR_OFFICER' },
  verbs: { approve: { reason: 'optional' } },
};
const outside: StageDefinition = {
  ...{ kind: 'external', key: 'outside', title: text, actor: 'HR_OFFICER', from: text },
  verbs: { return: { reason: 'optional', to: ['submission'] } },
};
const seats = { ...panel, verbs: { ...panel.verbs, recuse: { reason: 'optional' } } } as const;

const started = (...stages: readonly StageDefinition[]) =>
  starting(definitionOf([...stages, final], { suspendedBy: ['SECRETARY'], fourEyes: [], rounds: 2 }));
const opened = (...stages: readonly StageDefinition[]) => [started(...stages), submitting()];
const lines = ['a', 'b'].map((key) => ({ key, subject: `person-${key}` }));
const batch = [
  starting(definitionOf([approval, final], { lines: { max: 9 }, fourEyes: [] }), 'origin', { subject: 'nobody' }),
  submitting('origin', { lines }),
];
const there = opened(approval);
const inTime = [
  starting(
    definitionOf([approval, final], {
      deadline: { workingDays: 9, reminders: [1], escalations: [] },
      suspendedBy: ['SECRETARY'],
      fourEyes: [],
    }),
  ),
  submitting(),
];
const group = [
  starting(
    definitionOf([{ ...approval, group: 'g' }, { ...machine, group: 'g' }, final], {
      groups: [{ key: 'g', title: text, join: 'all' }],
      fourEyes: [],
    }),
  ),
  submitting(),
];
const vacant: WorkflowCommand = {
  type: 'FindVacancy',
  data: { ...dataOf(submitting('system:vacancies')), directory: {}, stage: 'heads', round: 1 },
};
const returned = [...there, deciding('heads', 'officer', 'return')];

/** Every status, every kind of stage, and what may be going on at one. */
export const histories: readonly (readonly [string, readonly WorkflowEvent[]])[] = (
  [
    ['absent', []],
    ['draft', [started(approval)]],
    ['open: approval', there],
    ['open: approval, claimed', [...there, claiming('heads', 'officer')]],
    ['open: approval, asked', [...there, asking('heads', 'officer')]],
    ['open: approval, advice required', [...there, addingAdviser('heads', 'officer', 'auditor', { required: true })]],
    ['open: approval, overdue', [...there, passing('heads', '2026-03-10T02:00:00.000Z')]],
    ['open: approval, last round', [...returned, submitting('origin', { dossierHash: 'd2' })]],
    ['open: approval of a batch', batch],
    ['open: approval in a case with a deadline', inTime],
    ['open: consent', opened(hearing)],
    ['open: check', opened(machine)],
    ['open: panel', opened(seats)],
    ['open: sign-off', opened(signoff)],
    ['open: acknowledgement', opened(note)],
    ['open: external', opened(outside)],
    ['open: approval, vacant', [...there, vacant]],
    ['open: parallel group', group],
    ['open: parallel group, one branch gone through', [...group, checking('machine', 'passed')]],
    [
      'returned from a parallel group',
      [...group, checking('machine', 'passed'), deciding('heads', 'officer', 'return', { to: 'submission' })],
    ],
    ['open, suspended', [...there, suspending('secretary')]],
    ['returned', returned],
    ['returned, suspended', [...returned, suspending('secretary')]],
    ['closed: approved', [...there, deciding('heads', 'officer'), deciding('final', 'regent')]],
    ['closed: rejected', [...there, deciding('heads', 'officer', 'reject')]],
    ['closed: withdrawn', [...there, withdrawing('origin')]],
    ['closed: cancelled', [...there, cancelling('hrhead')]],
  ] as const
).map(([name, history]) => [name, historyOf(...history)] as const);
export const states = histories.map(([name, events]) => [name, fold(workflow, events)] as const);

const actors: Readonly<Record<string, string>> = { hearing: 'asn', panel: 't1', final: 'regent' };

/** Of every type one or more, at the stage that is open. */
export const commands = (state: WorkflowState): readonly (readonly [string, WorkflowCommand])[] => {
  const stage = state.status === 'open' ? state.open[0].stage : state.status === 'returned' ? 'submission' : 'heads';
  const round = state.status === 'absent' ? 1 : state.round;
  const by = actors[stage] ?? 'officer';
  const late = '2026-06-01T02:00:00.000Z';
  return [
    ['StartCase', starting(definitionOf([approval, final]))],
    ['SubmitCase', submitting('origin', { dossierHash: 'd3' })],
    ['Decide: approve', deciding(stage, by)],
    ['Decide: approve in part', deciding(stage, by, 'approve', { lines: { a: { verdict: 'reject', reason: 'no' } } })],
    ['Decide: reject', deciding(stage, by, 'reject')],
    ['Decide: return', deciding(stage, by, 'return')],
    ['RecordCheck', checking(stage, 'passed')],
    ['RecordAnswer', recording(stage, by)],
    ['Ask', asking(stage, by)],
    ['Answer', answering(stage, 'origin')],
    ['Claim', claiming(stage, by)],
    ['Unclaim', unclaiming(stage, by)],
    ['Reassign', reassigning(stage, by, 'officer2')],
    ['AddAdviser', addingAdviser(stage, by, 'secretary')],
    ['Advise', advising(stage, 'auditor')],
    ['Recuse', recusing(stage, by)],
    ['Suspend', suspending('secretary')],
    ['Resume', resuming('secretary')],
    ['Attach', attaching('origin')],
    ['Comment', commenting('origin')],
    ['PassDeadline', passing(stage, late, round)],
    ['Remind', reminding(stage, 'after-1', late, round)],
    ['PassDeadline: of a question', passing(stage, late, round, undefined, { wait: 'question' })],
    ['Remind: of a question', reminding(stage, 'after-1', late, round, { wait: 'question' })],
    ['PassDeadline: of the case', passing('case', late, round, undefined, { wait: 'case' })],
    ['Remind: of the case', reminding('case', 'after-1', late, round, { wait: 'case' })],
    ['FindVacancy', { type: 'FindVacancy', data: { ...dataOf(passing(stage, late, round)), stage, round } }],
    [
      'FindVacancy: nobody',
      { type: 'FindVacancy', data: { ...dataOf(passing(stage, late, round)), directory: {}, stage, round } },
    ],
    [
      'Replan: another calendar',
      { type: 'Replan', data: { ...dataOf(submitting('system:calendar')), calendar: longer, because: 'SKB' } },
    ],
    ['Replan', { type: 'Replan', data: { ...dataOf(passing(stage, late, round)), because: 'SKB' } }],
    ['Migrate', migrating(state, dataOf(passing(stage, late, round)))],
    ['Withdraw', withdrawing('origin')],
    ['Cancel', cancelling('hrhead')],
  ];
};

const migrating = (state: WorkflowState, given: ReturnType<typeof dataOf>): WorkflowCommand => {
  const definition = state.status === 'absent' ? definitionOf([approval, final]) : { ...state.definition, version: 2 };
  return {
    type: 'Migrate',
    data: { ...given, definition, definitionHash: 'def2', mapping: {}, timers: 'keep', orderedBy: 'hrhead', reason: 'circular' },
  };
};

/** For specifications only: people, offices, a calendar, and commands with everything they carry. */
import { fold } from '@app/decider';
import { scenariosOf } from '@app/decider/testing';
import type { Calendar } from './calendar.js';
import type { CommandData, WorkflowCommand } from './commands.js';
import type { Definition, StageDefinition, Verdict } from './definition.js';
import type { CaseContext, WorkflowEvent } from './events.js';
import type { Directory, Holding } from './people.js';
import { holdsAsRefusal } from './refusals.testing.js';
import type { WorkflowState } from './state.js';
import { workflow } from './workflow.js';

export const given = scenariosOf(workflow, holdsAsRefusal);

/** Monday, 2 March 2026, 16:00 in Jakarta. */
export const at = '2026-03-02T09:00:00.000Z';

export const calendar: Calendar = {
  version: 'test-1',
  zone: 'Asia/Jakarta',
  weekend: [6, 7],
  holidays: ['2026-03-19', '2026-03-20'],
};

export const holds = (person: string, office: string, more: Partial<Holding> = {}): Holding => ({
  office,
  person,
  kind: 'definitive',
  ...more,
});

export const directory: Directory = {
  EMPLOYEE: [holds('asn', 'person:asn')],
  ORIGIN_HEAD: [holds('origin', 'head:a')],
  DEST_HEAD: [holds('dest', 'head:b')],
  HR_OFFICER: [holds('officer', 'hr-officer'), holds('officer2', 'hr-officer')],
  HR_HEAD: [holds('hrhead', 'head:hr')],
  TPK_MEMBER: ['t1', 't2', 't3', 't4', 't5'].map((person) => holds(person, 'tpk')),
  SECRETARY: [holds('secretary', 'secretary')],
  REGENT: [holds('regent', 'regent')],
  AUDITOR: [holds('auditor', 'auditor')],
};

const title = { id: 'x', en: 'x' };
const optional = { reason: 'optional' } as const;
const required = { reason: 'required' } as const;

export const deadline = {
  workingDays: 3,
  onPassed: 'wait',
  reminders: [-1, 1],
  escalations: [{ workingDays: 2, to: 'SECRETARY' }],
} as const;

export const heads = {
  kind: 'approval',
  key: 'heads',
  title,
  actor: 'DEST_HEAD',
  verbs: { approve: optional, reject: required, return: { reason: 'required', to: ['submission'] } },
  deadline,
} as const satisfies StageDefinition;
export const hearing = {
  kind: 'consent',
  key: 'hearing',
  title,
  actor: 'EMPLOYEE',
  when: 'ownRequest = false',
  skipReason: { id: 'sendiri', en: 'own' },
  verbs: { approve: optional, reject: required },
  deadline: { workingDays: 5, onPassed: 'silence', reminders: [], escalations: [] },
} as const satisfies StageDefinition;
export const machine = { kind: 'check', key: 'machine', title, actor: 'SYSTEM', verbs: {} } as const satisfies StageDefinition;
export const panel = {
  kind: 'panel',
  key: 'panel',
  title,
  actor: 'TPK_MEMBER',
  size: 5,
  quorum: 3,
  rule: 'majority',
  verbs: { approve: required, reject: required },
  deadline: { workingDays: 5, onPassed: 'close', reminders: [-1], escalations: [] },
} as const satisfies StageDefinition;
export const final = {
  kind: 'approval',
  key: 'final',
  title,
  actor: 'REGENT',
  verbs: { approve: optional, reject: required, return: { reason: 'required', to: ['submission', 'heads'] } },
} as const satisfies StageDefinition;

export const definitionOf = (stages: readonly StageDefinition[], more: Partial<Definition> = {}): Definition => ({
  id: 'test',
  version: 1,
  title,
  initiators: ['EMPLOYEE', 'ORIGIN_HEAD', 'DEST_HEAD'],
  cancelledBy: ['HR_HEAD'],
  repair: { workingDays: 10, onPassed: 'wait', reminders: [1], escalations: [{ workingDays: 2, to: 'HR_HEAD' }] },
  fourEyes: [['submission', 'heads', 'final']],
  stages,
  ...more,
});

export const context: CaseContext = {
  ownRequest: false,
  proposerRole: 'ORIGIN_HEAD',
  moveType: 'INTERNAL_ROTATION',
  targetType: 'IMPLEMENTER',
  sourceType: 'IMPLEMENTER',
  warnings: 0,
};

const now = { at, directory, calendar };
const system = 'system:timer';

/** Commands with sensible fillings; the last argument overrides. */
export const starting = (
  definition: Definition,
  by = 'origin',
  more: Partial<CommandData<'StartCase'>> = {},
): WorkflowCommand => ({
  type: 'StartCase',
  data: { ...now, by, definition, definitionHash: 'def', subject: 'asn', ...more },
});
export const submitting = (by = 'origin', more: Partial<CommandData<'SubmitCase'>> = {}): WorkflowCommand => ({
  type: 'SubmitCase',
  data: { ...now, by, dossierHash: 'd1', context, changed: false, ...more },
});
export const deciding = (
  stage: string,
  by: string,
  verdict: Verdict = 'approve',
  more: Partial<CommandData<'Decide'>> = {},
): WorkflowCommand => ({
  type: 'Decide',
  data: { ...now, by, stage, verdict, reason: 'because', dossierHash: 'd1', ...more },
});
export const checking = (stage: string, outcome: 'passed' | 'failed', by = system): WorkflowCommand => ({
  type: 'RecordCheck',
  data: { ...now, by, stage, outcome, facts: { run: 1 } },
});
export const passing = (
  stage: string,
  when: string,
  round = 1,
  by = system,
  more: Partial<CommandData<'PassDeadline'>> = {},
): WorkflowCommand => ({
  type: 'PassDeadline',
  data: { ...now, by, at: when, stage, round, ...more },
});
export const reminding = (
  stage: string,
  code: string,
  when: string,
  round = 1,
  more: Partial<CommandData<'Remind'>> = {},
): WorkflowCommand => ({
  type: 'Remind',
  data: { ...now, by: system, at: when, stage, round, code, ...more },
});
export const commenting = (by: string, text = 'hello'): WorkflowCommand => ({ type: 'Comment', data: { ...now, by, text } });
export const withdrawing = (by: string, more: Partial<CommandData<'Withdraw'>> = {}): WorkflowCommand => ({
  type: 'Withdraw',
  data: { ...now, by, reason: 'because', ...more },
});
export const cancelling = (by: string, reason = 'because'): WorkflowCommand => ({ type: 'Cancel', data: { ...now, by, reason } });

/** The history that commands make; a refused one is a fault of the specification. */
export const historyOf = (...commands: readonly WorkflowCommand[]): readonly WorkflowEvent[] => {
  const events: WorkflowEvent[] = [];
  for (const command of commands) {
    const decision = workflow.decide(command, fold(workflow, events));
    if (decision instanceof Error) throw decision;
    events.push(...decision);
  }
  return events;
};

export const after = (...commands: readonly WorkflowCommand[]) => given(...historyOf(...commands));
export const stateAfter = (...commands: readonly WorkflowCommand[]): WorkflowState => fold(workflow, historyOf(...commands));

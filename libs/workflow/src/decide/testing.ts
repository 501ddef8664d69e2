/** For specifications only: the commands of the verbs that people have besides deciding. */
import type { CommandData, WorkflowCommand } from '../commands.js';
import { at, calendar, directory } from '../testing.js';

const now = { at, directory, calendar };
type More<T extends WorkflowCommand['type']> = Partial<CommandData<T>>;

export const asking = (stage: string, by: string, of = 'submission', more: More<'Ask'> = {}): WorkflowCommand => ({
  type: 'Ask',
  data: { ...now, by, stage, of, question: 'which post?', ...more },
});
export const answering = (stage: string, by: string, more: More<'Answer'> = {}): WorkflowCommand => ({
  type: 'Answer',
  data: { ...now, by, stage, answer: 'that one', ...more },
});
export const claiming = (stage: string, by: string, more: More<'Claim'> = {}): WorkflowCommand => ({
  type: 'Claim',
  data: { ...now, by, stage, ...more },
});
export const unclaiming = (stage: string, by: string): WorkflowCommand => ({ type: 'Unclaim', data: { ...now, by, stage } });
export const reassigning = (stage: string, by: string, to: string, more: More<'Reassign'> = {}): WorkflowCommand => ({
  type: 'Reassign',
  data: { ...now, by, stage, to, reason: 'on leave', ...more },
});
export const addingAdviser = (stage: string, by: string, adviser: string, more: More<'AddAdviser'> = {}): WorkflowCommand => ({
  type: 'AddAdviser',
  data: { ...now, by, stage, adviser, required: false, question: 'what do you think?', ...more },
});
export const advising = (stage: string, by: string, advice = 'do it'): WorkflowCommand => ({
  type: 'Advise',
  data: { ...now, by, stage, advice },
});
export const recusing = (stage: string, by: string, more: More<'Recuse'> = {}): WorkflowCommand => ({
  type: 'Recuse',
  data: { ...now, by, stage, reason: 'he is a friend', ...more },
});
export const suspending = (by: string, more: More<'Suspend'> = {}): WorkflowCommand => ({
  type: 'Suspend',
  data: { ...now, by, reason: 'a lawsuit', ...more },
});
export const resuming = (by: string, more: More<'Resume'> = {}): WorkflowCommand => ({
  type: 'Resume',
  data: { ...now, by, reason: 'settled', ...more },
});
export const attaching = (by: string, id = 'a1', more: More<'Attach'> = {}): WorkflowCommand => ({
  type: 'Attach',
  data: { ...now, by, id, name: 'letter.pdf', sha256: 'ab'.repeat(32), size: 10, mime: 'application/pdf', ...more },
});
export const recording = (stage: string, by: string, more: More<'RecordAnswer'> = {}): WorkflowCommand => ({
  type: 'RecordAnswer',
  data: { ...now, by, stage, outcome: 'passed', number: '800/12', date: '2026-03-02', note: 'agreed', ...more },
});

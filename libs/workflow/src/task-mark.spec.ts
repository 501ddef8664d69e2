import {
  addingAdviser,
  advising,
  answering,
  asking,
  claiming,
  reassigning,
  recusing,
  suspending,
  unclaiming,
} from './decide/testing.js';
import { taskMark } from './task-mark.js';
import { commenting, deciding, definitionOf, final, heads, panel, starting, stateAfter, submitting } from './testing.js';
import type { WorkflowCommand } from './commands.js';

const asks = { ask: {}, claim: true, reassign: { reason: 'required' }, advise: {}, recuse: { reason: 'required' } } as const;
const officers = { ...heads, actor: 'HR_OFFICER', verbs: { ...heads.verbs, ...asks } };
const definition = definitionOf([officers, { ...panel, verbs: { ...panel.verbs, recuse: { reason: 'required' } } }, final], {
  suspendedBy: ['HR_HEAD'],
});
const submitted = [starting(definition), submitting()];
const atPanel = [...submitted, deciding('heads', 'officer')];
const mark = (...commands: readonly WorkflowCommand[]) => taskMark(stateAfter(...commands));

describe('what tells that somebody else may act now', () => {
  it('is nothing where nothing of the kind happened', () => {
    expect(mark(...submitted)).toBe('');
    expect(taskMark({ status: 'absent' })).toBe('');
  });

  it.each<[string, readonly WorkflowCommand[], WorkflowCommand]>([
    ['a suspension', submitted, suspending('hrhead')],
    ['a question', submitted, asking('heads', 'officer')],
    ['its answer', [...submitted, asking('heads', 'officer')], answering('heads', 'origin')],
    ['taking the task', submitted, claiming('heads', 'officer')],
    ['giving it back', [...submitted, claiming('heads', 'officer')], unclaiming('heads', 'officer')],
    ['giving it to another', [...submitted, claiming('heads', 'officer')], reassigning('heads', 'officer', 'officer2')],
    ['asking for advice', submitted, addingAdviser('heads', 'officer', 'auditor')],
    ['advice', [...submitted, addingAdviser('heads', 'officer', 'auditor')], advising('heads', 'auditor')],
    ['stepping aside', atPanel, recusing('panel', 't1')],
  ])('moves with %s', (_, history, command) => expect(mark(...history, command)).not.toBe(mark(...history)));

  it('does not move with a comment or a colleague’s vote, and is gone with the stage', () => {
    const claimed = [...submitted, claiming('heads', 'officer')];
    expect(mark(...claimed, commenting('officer'))).toBe(mark(...claimed));
    const aside = [...atPanel, recusing('panel', 't1')];
    expect(mark(...aside, deciding('panel', 't2'))).toBe(mark(...aside));
    expect(mark(...claimed, deciding('heads', 'officer'))).toBe('');
  });
});

import { isVacantFor } from '../authority.js';
import type { WorkflowCommand } from '../commands.js';
import type { SignoffStage } from '../definition.js';
import { deciding, definitionOf, directory, final, holds, starting, stateAfter, submitting } from '../testing.js';

const text = { id: 'x', en: 'x' };
const signing: SignoffStage = {
  ...{ kind: 'signoff', key: 'signing', title: text, actor: 'HR_OFFICER' },
  groups: ['HR_OFFICER', 'AUDITOR'].map((role) => ({ role, title: text })),
  verbs: { approve: { reason: 'optional' }, reject: { reason: 'optional' } },
};
/** One person holds both offices that are to sign. */
const both = { ...directory, HR_OFFICER: [holds('officer', 'hr-officer')], AUDITOR: [holds('officer', 'auditor')] };
const before = [starting(definitionOf([signing, final], { fourEyes: [] })), submitting()] as const;

const isWithout = (role: string, people: typeof directory, ...signed: readonly WorkflowCommand[]) => {
  const state = stateAfter(...before, ...signed);
  if (state.status !== 'open') throw new Error(state.status);
  return isVacantFor({ state, open: state.open[0] }, role, people, undefined);
};

describe('an office that is to sign', () => {
  it('is not vacant while its holder may sign, though he holds the other one as well', () =>
    expect(isWithout('AUDITOR', both)).toBe(false));
  it('is without anybody once its only holder has signed for the other', () =>
    expect(isWithout('AUDITOR', both, deciding('signing', 'officer', 'approve', { directory: both }))).toBe(true));
  it('is not where somebody else signed for the other', () =>
    expect(isWithout('AUDITOR', directory, deciding('signing', 'officer'))).toBe(false));
});

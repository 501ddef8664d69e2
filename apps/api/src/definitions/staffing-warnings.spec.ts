import type { Definition } from '@app/workflow';
import { staffingWarningsOf } from './staffing-warnings.js';

const title = (name: string) => ({ id: name, en: name });
const approval = (key: string, actor: string) =>
  ({ kind: 'approval', key, title: title(key), actor, verbs: { approve: { reason: 'optional' } } }) as const;
const definition: Definition = {
  id: 'purchase',
  version: 1,
  title: title('Purchase'),
  initiators: ['EMPLOYEE'],
  cancelledBy: ['HR_HEAD'],
  repair: { workingDays: 10, onPassed: 'wait', reminders: [], escalations: [] },
  fourEyes: [['legal', 'finance']],
  stages: [approval('legal', 'HR_OFFICER'), approval('finance', 'HR_OFFICER'), approval('final', 'REGENT')],
};
const told = (holders: Readonly<Record<string, number>>) =>
  staffingWarningsOf(definition, new Map(Object.entries(holders))).map(
    ({ stage, otherThan, holders: count }) => `${stage}, ${otherThan?.id ?? 'vacant'}, ${count}`,
  );

describe('what HR is warned of', () => {
  it('is a stage that takes a second holder of an office with one', () => {
    expect(told({ HR_OFFICER: 1, REGENT: 1 })).toEqual(['finance, legal, 1']);
    expect(told({ HR_OFFICER: 2, REGENT: 1 })).toEqual([]);
  });

  it('is a stage of a vacant office', () => {
    expect(told({ HR_OFFICER: 2, REGENT: 0 })).toEqual(['final, vacant, 0']);
    expect(told({ HR_OFFICER: 0, REGENT: 1 })).toEqual(['legal, vacant, 0', 'finance, vacant, 0']);
  });

  it('is also an office of which nobody knows how many hold it before there is a case', () => {
    expect(told({ REGENT: 1 })).toEqual(['finance, legal, null']);
  });
});

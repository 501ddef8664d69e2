import { project, type Recorded } from '@app/event-store';
import type { StageDefinition, WorkflowCommand, WorkflowEvent } from '@app/workflow';
import { addingAdviser, asking, claiming } from '../../../../workflow/src/decide/testing.js';
import {
  at,
  calendar,
  definitionOf,
  directory,
  final,
  heads,
  historyOf,
  starting,
  submitting,
} from '../../../../workflow/src/testing.js';
import { inbox, type InboxRow } from './inbox.js';

const recorded = ({ type, data }: WorkflowEvent, index: number): Recorded => ({
  ...{ id: `${index}`, version: 1, stream: 'kepahiang.case-1', revision: BigInt(index), position: `${index}`, type, data },
  metadata: {
    ...{ actor: 'system', commandId: 'c', correlationId: 'c', causationId: 'c', at: data.at, tenant: 'kepahiang' },
    ...{ hash: '', previousHash: '' },
  },
});
const waitsAfter = (...commands: readonly WorkflowCommand[]) =>
  [...project<InboxRow>(inbox, historyOf(...commands).map(recorded)).values()].flatMap(({ waits }) =>
    waits.map(({ stage, task, offices, claimed_by }) => [stage, task, offices.join(), claimed_by]),
  );

describe('a case that goes on under another version', () => {
  it('still waits for whoever has taken the task, for advice and for an answer', () => {
    const verbs = { ...heads.verbs, claim: true, advise: {}, ask: {} } as const;
    const desk: StageDefinition = { ...heads, actor: 'HR_OFFICER', verbs };
    const migrate: WorkflowCommand = {
      type: 'Migrate',
      data: {
        ...{ by: 'system:migration', at, directory, calendar, orderedBy: 'hrhead', reason: 'circular', timers: 'keep' },
        ...{ definition: definitionOf([{ ...desk, key: 'hr' }, final], { version: 2 }), definitionHash: 'def2' },
        mapping: { heads: 'hr' },
      },
    };
    const there = [
      ...[starting(definitionOf([desk, final])), submitting(), claiming('heads', 'officer')],
      ...[addingAdviser('heads', 'officer', 'auditor'), asking('heads', 'officer', 'asn')],
    ];
    const before = waitsAfter(...there);
    expect(before).toEqual([
      ['heads', 'act', 'hr-officer', 'officer'],
      ['heads', 'advise', 'person:auditor', null],
      ['heads', 'answer', 'person:asn', null],
    ]);
    expect(waitsAfter(...there, migrate)).toEqual(before.map(([, ...wait]) => ['hr', ...wait]));
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { Rejection } from '@app/decider';
import { project, type Recorded } from '@app/event-store';
import { workflow } from '@app/workflow';
import { type Due, dueOf, everyMoment, firing, type Moment, runs, seed } from '../../../workflow/src/lives/testing.js';
import { type DueInstantRow, dueInstants, whatOf } from './due-instants.js';

const stream = 'kepahiang.case-1';

const recorded = ({ type, data }: Moment['history'][number], index: number): Recorded => ({
  ...{ id: `${index}`, version: 1, stream, revision: BigInt(index), position: `${index}`, type, data },
  metadata: {
    ...{ actor: 'system', commandId: 'c', correlationId: 'c', causationId: 'c', at: data.at, tenant: 'kepahiang' },
    ...{ hash: '', previousHash: '' },
  },
});

/** Everything that is pending, with the place where it is. */
const pendingOf = (history: Moment['history']): readonly Due[] =>
  [...project<DueInstantRow>(dueInstants, history.map(recorded)).values()].flatMap(({ stage, round, pending }) =>
    pending.map(({ code: name, at }) => ({ stage: stage ?? '', round: round ?? 0, at, ...whatOf(name) })),
  );
const said = ({ stage, round, wait, code, at }: Due) =>
  wait === 'case' ? `case ${code} ${at}` : `${stage} ${round} ${wait ?? ''} ${code} ${at}`;

describe(`in every life of a case (seed ${seed}, ${runs.numRuns} lives)`, () => {
  it('what is due in the read model is what the state machine waits for, and it does something when its time has come', () => {
    everyMoment(({ state, history, events, command }) => {
      if (events.length === 0) return;
      const pending = pendingOf(history);
      deepEqual(pending.map(said).sort(), dueOf(state).map(said).sort());
      for (const due of pending) {
        const decision = workflow.decide(firing(due, { ...command.data, at: due.at }), state);
        ok(!(decision instanceof Rejection) && decision.length > 0, `${said(due)} settles nothing`);
      }
      if (state.status === 'closed') equal(pending.length, 0);
    });
  });
});

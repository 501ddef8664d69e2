import type { Decision } from '@app/decider';
import { isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { previewMigration, type StageMove } from '../migration/preview.js';
import { reject } from '../refusals.js';
import type { Live, Wait, WorkflowState } from '../state.js';

type Data = CommandData<'Migrate'>;

/**
 * A running case goes on under another version of its definition. Nothing is decided by it, and no vote is lost. The events
 * that leave and open stages tell readers where the case stands; the case itself is moved by `CaseMigrated`.
 */
export const migrate = (data: Data, state: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Cases are migrated by the system, as somebody ordered.');
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (data.reason.trim() === '') return reject('workflow.reason-missing', 'This takes a reason.');
  if (state.definitionHash === data.definitionHash) return [];

  const { moves, problems } = previewMigration(state, data, data);
  const [problem] = problems;
  if (problem)
    return reject('workflow.cannot-migrate', 'The case cannot go on under that version as mapped.', { ...problem, problems });
  const { definition, definitionHash, mapping, reason, orderedBy, at } = data;
  const from = { version: state.definition.version, hash: state.definitionHash };
  const places = moves.map(({ from: left, to, after, timers }) => ({
    from: left,
    to,
    restarted: timers === 'restarted',
    ...(after && { schedule: after }),
  }));
  return [
    { type: 'CaseMigrated', data: { from, definition, definitionHash, mapping, moves: places, reason, orderedBy, at } },
    ...moves.map((move): WorkflowEvent => ({
      type: 'StageClosed',
      data: { stage: move.from, round: move.round, outcome: 'migrated', at },
    })),
    ...moves.map((move) => reopened(move, state, data)),
  ];
};

const waited = ({ schedule }: Wait) => (schedule ? { schedule } : {});

const reopened = (move: StageMove, state: Live, { definition, at }: Data): WorkflowEvent => {
  const { from, to, round, after, who } = move;
  const stage = definition.stages.find(({ key }) => key === to);
  const {
    votes = [],
    question,
    pausedAt,
  } = (state.status === 'open' ? state.open : []).find((open) => open.stage === from) ?? {};
  const voted = new Set(votes.flatMap(({ by }) => (by.onBehalfOf === undefined ? [by.by] : [by.by, by.onBehalfOf])));
  return {
    type: 'StageOpened',
    data: {
      stage: to,
      kind: stage?.kind ?? 'approval',
      round,
      role: stage?.actor ?? '',
      holdings: who,
      ...(after && { schedule: after }),
      carries: {
        stage: from,
        voted: [...voted],
        ...(question && { asked: { of: question.of, ...(question.wait && waited(question.wait)), at: question.at } }),
        ...(pausedAt !== undefined && { paused: true }),
      },
      at,
    },
  };
};

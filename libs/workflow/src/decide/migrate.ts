import type { Decision } from '@app/decider';
import { isSystem } from '../authority.js';
import { pausing } from '../clock.js';
import type { CommandData } from '../commands.js';
import type { PauseReason, WorkflowEvent } from '../events.js';
import { previewMigration, type StageMove } from '../migration/preview.js';
import type { PersonId } from '../people.js';
import { reject } from '../refusals.js';
import { untold } from '../schedule.js';
import type { Live, OpenStage, Wait, WorkflowState } from '../state.js';

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
    ...moves.flatMap((move) => reopened(move, state, data)),
  ];
};

/** What of a wait its readers need, to wait for what is still to come of it. */
const waited = ({ schedule, reminded, overdue, pausedAt }: Wait) => ({
  ...(schedule && { schedule: untold(schedule, reminded) }),
  ...(overdue && ({ overdue } as const)),
  ...(pausedAt !== undefined && ({ paused: true } as const)),
});

const reopened = (move: StageMove, state: Live, { definition, at }: Data): readonly WorkflowEvent[] => {
  const { from, to, round, after, timers, who } = move;
  const open = (state.status === 'open' ? state.open : []).find(({ stage }) => stage === from);
  if (!open) return [];
  const kept = timers === 'kept';
  const { schedule, ...clock } = waited({
    ...open,
    schedule: after,
    overdue: kept && open.overdue,
    reminded: kept ? open.reminded : [],
  });
  const stage = definition.stages.find(({ key }) => key === to);
  return [
    {
      type: 'StageOpened',
      data: {
        stage: to,
        kind: stage?.kind ?? 'approval',
        round,
        role: stage?.actor ?? '',
        holdings: who,
        ...(schedule && { schedule }),
        carries: {
          stage: from,
          voted: seatsTaken(open, state),
          ...(open.claimedBy !== undefined && { claimedBy: open.claimedBy }),
          ...advisersOf(open),
          ...askedAt(open),
          ...(schedule && clock),
        },
        at,
      },
    },
    // A deadline that it did not have before stands still with everything else.
    ...standing(open, state).flatMap((because) => pausing({ stage: to, round, schedule, pausedAt: open.pausedAt }, because, at)),
  ];
};

/** Who has voted there or stepped aside, and whose seats are taken by it. */
const seatsTaken = ({ stage, votes }: OpenStage, { recusals }: Live): readonly PersonId[] => [
  ...new Set([
    ...votes.flatMap(({ by }) => (by.onBehalfOf === undefined ? [by.by] : [by.by, by.onBehalfOf])),
    ...recusals.flatMap((recusal) => (recusal.stage === stage ? [recusal.person, recusal.seat] : [])),
  ]),
];

const advisersOf = ({ advisers = [] }: OpenStage) => {
  const out = advisers.filter(({ advice }) => advice === undefined).map(({ person }) => person);
  return out.length > 0 && { advisers: out };
};

const askedAt = ({ question }: OpenStage) =>
  question && { asked: { of: question.of, ...(question.wait && waited(question.wait)), at: question.at } };

/** Why nothing falls due at a stage now. */
const standing = ({ question }: OpenStage, { suspended }: Live): readonly PauseReason[] =>
  suspended ? ['suspended'] : question ? ['asked'] : [];

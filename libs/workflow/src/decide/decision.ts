import { type Decision, Rejection } from '@app/decider';
import { acting, current, offers, voteOf } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { Capacity, LineVerdict, WorkflowEvent } from '../events.js';
import { whyNotAgain } from '../guards/returning.js';
import { recordedLines, resultOf, whyNotLines } from '../lines.js';
import { reject } from '../refusals.js';
import { targetsOf } from '../return-targets.js';
import { opening, superseding } from '../routing.js';
import { scheduleOf } from '../schedule.js';
import { weightOf } from '../seats.js';
import { whyUnseen } from '../seen.js';
import { whyUnsigned } from '../signature.js';
import { type At, stageAt, type WorkflowState } from '../state.js';
import { whyNotFree } from '../tasks.js';
import { whoMayAct } from '../who-may-act.js';
import { closing } from './closing.js';

type Data = CommandData<'Decide'>;
type Made = Extract<WorkflowEvent, { type: 'DecisionMade' }>['data'];

/** Somebody approves, rejects or returns at the open stage. */
export const decideStage = (data: Data, state: WorkflowState): Decision<WorkflowEvent> => {
  const at = current(state, data.stage);
  if (at instanceof Rejection) return at;
  const { definition: stage, votes } = at.open;
  if (!offers(stage, data.verdict))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: data.verdict });
  const by = acting(at, data.directory, data.by, data);
  if (by instanceof Rejection) return by;

  const cast = voteOf(at.open, by);
  if (cast) {
    const same = cast.by.by === by.by && cast.verdict === data.verdict && cast.reason === data.reason;
    return same ? [] : reject('workflow.already-voted', 'This seat has voted already.', { stage: stage.key });
  }
  if (stage.verbs[data.verdict]?.reason === 'required' && data.reason.trim() === '') {
    return reject('workflow.reason-missing', 'This takes a reason.', { stage: stage.key, verdict: data.verdict });
  }
  const refused =
    whyNotFree(at, data.directory, data.by, data) ??
    whyUnseen(data, at, by) ??
    whyNotLines(data, at, by) ??
    whyUnsigned(data, at);
  if (refused) return refused;
  if (data.verdict === 'return') return sendBack(data, at, by);

  const more = moreOf(data, at, by);
  const { verdict, reason, dossierHash } = data;
  const plain = { by, verdict, reason, dossierHash, at: data.at };
  const { outcome, fell } = resultOf(at, [...votes, more ? { ...plain, ...more } : plain], { out: outOf(at, data) }, 'now');
  const made = decided(data, at, by, more);
  return outcome === 'open' ? [made] : [made, ...closing(at, outcome, data.reason, data, fell)];
};

/** How many others may still act there today; asked where everybody is to. */
const outOf = ({ state, open }: At, data: Data): number =>
  open.definition.kind === 'acknowledgement' && open.definition.all === true
    ? new Set(whoMayAct(state, data.directory, data.stage, data).flatMap(({ person }) => (person === data.by ? [] : [person])))
        .size
    : 0;

type More = Pick<Made, 'chair' | 'veto'> &
  Readonly<{ lines?: Record<string, LineVerdict>; lineReasons?: Record<string, string>; lineSubjects?: Record<string, string> }>;

/** What is said of few votes: in a batch, and in a panel with a chair or a veto. */
const moreOf = (data: Data, { state, open }: At, by: Capacity): More | undefined => {
  const { definition: stage } = open;
  const weighs = stage.kind === 'panel' && (stage.chair ?? stage.vetoBy) !== undefined;
  if (data.lines === undefined && !weighs) return undefined;
  return { ...recordedLines(data, state.lines), ...(weighs && weightOf(stage, data.directory, by)) };
};

const decided = (
  { stage, verdict, reason, dossierHash, seen, signature, at }: Data,
  { open, state: { round, definitionHash } }: At,
  by: Capacity,
  more?: More,
): WorkflowEvent => {
  const plain = { stage, kind: open.definition.kind, round, verdict, reason, by, dossierHash, definitionHash, at };
  return {
    type: 'DecisionMade',
    data: (seen ?? signature ?? more) ? { ...plain, ...(seen && { seen }), ...(signature && { signature }), ...more } : plain,
  };
};

/** Back to an earlier stage, or to the proposer with time to repair it; a new round begins. */
const sendBack = (data: Data, here: At, by: Capacity): Decision<WorkflowEvent> => {
  const { definition, round, dossierHash } = here.state;
  const exhausted = whyNotAgain(here);
  if (exhausted) return exhausted;
  const allowed = targetsOf(here);
  const to = data.to ?? allowed[0] ?? '';
  if (!allowed.includes(to)) return reject('workflow.return-target', 'It cannot be returned there.', { to, allowed });

  const target = definition.stages[stageAt(definition, to)];
  const next = round + 1;
  const { stage: from, reason, at } = data;
  const schedule = target ? {} : { schedule: scheduleOf(definition.repair, at, data.calendar) };
  return [
    decided(data, here, by),
    ...superseding(here, at),
    { type: 'StageClosed', data: { stage: from, round, outcome: 'returned', at } },
    { type: 'CaseReturned', data: { from, to, round: next, reason, by, ...schedule, dossierHash, at } },
    ...(target ? [opening(target, next, data)] : []),
  ];
};

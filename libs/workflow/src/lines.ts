import type { Rejection } from '@app/decider';
import type { CommandData } from './commands.js';
import type { Capacity, FallenLine, LineVerdict, StageOutcome } from './events.js';
import { handsBy, type Hands } from './four-eyes.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import { recusedAt } from './seats.js';
import { kindOf } from './stages/index.js';
import type { Around } from './stages/stage-kind.js';
import type { At, Case, CaseLine, OpenStage, Vote } from './state.js';

export const MOST_LINES = 500;

/** The lines of a batch that are still in it. */
export const standingLines = ({ lines }: Pick<Case, 'lines'>): readonly CaseLine[] =>
  lines.length === 0 ? lines : lines.filter(({ fell }) => fell === undefined);

/** The lines that concern somebody, or his kin, so that he has no say about them. */
export const ownLines = (
  state: Pick<Case, 'lines'>,
  { person, principal }: Hands,
  rights: Rights | undefined,
): readonly string[] => {
  if (state.lines.length === 0) return [];
  const near = (who: string | undefined, { key, subject }: CaseLine) =>
    who !== undefined && (who === subject || rights?.lineKin?.[key]?.includes(who) === true);
  return standingLines(state)
    .filter((line) => near(person, line) || near(principal, line))
    .map(({ key }) => key);
};

/** Whether a stage can decide line by line. Beside others it can't: what falls out there would fall out under their eyes. */
export const decidesByLine = ({ definition }: Pick<OpenStage, 'definition'>): boolean =>
  kindOf(definition).byLine && definition.group === undefined;

/** Why somebody whom lines concern may do nothing at a stage: they can't be left out there, or there is no other. */
export const whyNotBeside = ({ state, open }: At, hands: Hands, rights: Rights | undefined): Rejection | undefined => {
  const own = ownLines(state, hands, rights);
  if (own.length === 0 || (decidesByLine(open) && own.length < standingLines(state).length)) return undefined;
  return reject('workflow.own-line', 'Nobody decides on himself or his kin.', { stage: open.stage, lines: own });
};

/** Why the lines of a decision will not do. */
export const whyNotLines = (data: CommandData<'Decide'>, { state, open }: At, by: Capacity): Rejection | undefined => {
  if (state.lines.length === 0 && data.lines === undefined) return undefined;
  const given = Object.entries(data.lines ?? {});
  const standing = new Set(standingLines(state).map(({ key }) => key));
  const unknown = given.filter(([key]) => !standing.has(key)).map(([key]) => key);
  const stage = open.stage;
  if (unknown.length > 0) {
    const fell = unknown.every((key) => state.lines.some((line) => line.key === key));
    return fell
      ? reject('workflow.line-fallen', 'What fell out of the batch is not decided again.', { stage, lines: unknown })
      : reject('workflow.line-unknown', 'The batch has no such line.', { stage, lines: unknown });
  }
  if (data.verdict === 'return')
    return given.length > 0 ? reject('workflow.lines-unsuited', 'A batch is returned as a whole.', { stage }) : undefined;

  const own = decidesByLine(open) ? ownLines(state, handsBy(by), data) : [];
  const left = given.filter(([, { verdict }]) => verdict === 'leave').map(([key]) => key);
  const rejected = given.filter(([, { verdict }]) => verdict === 'reject');
  const forgotten = own.filter((key) => !left.includes(key));
  if (forgotten.length > 0)
    return reject('workflow.own-line', 'Nobody decides on himself or his kin: these lines are left out.', {
      stage,
      lines: forgotten,
    });
  const others = left.filter((key) => !own.includes(key));
  if (others.length > 0)
    return reject('workflow.line-not-left', 'Only lines that concern the decider are left out.', { stage, lines: others });
  if (data.verdict === 'reject' && given.some(([, { verdict }]) => verdict === 'approve'))
    return reject('workflow.lines-unsuited', 'A rejection rejects every line.', { stage });
  if (rejected.length === 0 || data.verdict === 'reject') return undefined;
  const { partial } = open.definition.verbs;
  if (!partial || !decidesByLine(open))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage, verdict: 'partial' });
  const bare = rejected.filter(([, { reason }]) => reason.trim() === '').map(([key]) => key);
  return partial.reason === 'required' && bare.length > 0
    ? reject('workflow.reason-missing', 'Each rejected line takes a reason.', { stage, verdict: 'partial', lines: bare })
    : undefined;
};

/** What of a decision's lines is recorded, the reasons apart from the verdicts, and whom each is about. */
export const recordedLines = (
  { lines }: Pick<CommandData<'Decide'>, 'lines'>,
  batch: Case['lines'],
): Readonly<{
  lines?: Record<string, LineVerdict>;
  lineReasons?: Record<string, string>;
  lineSubjects?: Record<string, string>;
}> => {
  const given = Object.entries(lines ?? {}).filter(([, { verdict }]) => verdict !== 'approve');
  if (given.length === 0) return {};
  const about = new Set(given.map(([key]) => key));
  return {
    lines: Object.fromEntries(given.map(([key, { verdict }]) => [key, verdict])),
    lineReasons: Object.fromEntries(given.map(([key, { reason }]) => [key, reason])),
    lineSubjects: Object.fromEntries(batch.flatMap(({ key, subject }) => (about.has(key) ? [[key, subject]] : []))),
  };
};

type Result = Readonly<{ outcome: StageOutcome | 'open'; fell: readonly FallenLine[] }>;

/**
 * What the votes of a stage come to: as a whole, or for each line that was decided otherwise. Lines that fail fall out; where
 * none is left the stage has failed.
 */
export const resultOf = (
  { state, open }: At,
  votes: readonly Vote[],
  around: Pick<Around, 'out'>,
  when: 'now' | 'deadline',
): Result => {
  const { definition: stage, overdue } = open;
  const kind = kindOf(stage);
  const recused = recusedAt(state, stage.key);
  const judged = (cast: readonly Vote[], aside: number): StageOutcome | 'open' => {
    const known = { recused: recused + aside, out: around.out };
    return when === 'now' ? kind.outcome(stage, cast, overdue, known) : kind.atDeadline(stage, cast, known);
  };
  if (!votes.some(({ lines }) => lines)) return { outcome: judged(votes, 0), fell: [] };

  const fell: FallenLine[] = [];
  const standing = standingLines(state);
  for (const { key } of standing) {
    const cast = votes.filter(({ lines }) => lines?.[key] !== 'leave');
    const aside = votes.length - cast.length;
    const enough = stage.kind === 'panel' ? stage.size - recused - aside >= stage.quorum : aside === 0;
    const outcome = enough
      ? judged(
          cast.map((vote) => (vote.lines?.[key] ? { ...vote, verdict: 'reject' as const } : vote)),
          aside,
        )
      : 'left-out';
    if (outcome === 'open') return { outcome, fell: [] };
    if (outcome === 'left-out') fell.push({ key, because: 'left-out' });
    if (outcome === 'failed') fell.push({ key, because: 'rejected' });
  }
  return { outcome: fell.length < standing.length ? 'passed' : 'failed', fell };
};

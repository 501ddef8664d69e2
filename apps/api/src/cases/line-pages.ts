import type { Existing, LineView } from '@app/domain/cases';
import { maskNip } from '@app/domain/staffing';
import { nameIn, type Names } from '../http/names.js';
import type { Standing } from '../http/standing.js';
import type { CaseLine, LineNote } from './line-responses.js';

/** The lines of a batch as somebody may see them: the NIP in full where his office needs it, or it is his own. */
export const linesFor = (lines: readonly LineView[], standing: Standing): CaseLine[] =>
  lines.map(({ key, subject: { id, name, nip, grade }, state, own, fell }) => ({
    key,
    subject: { id, name, nip: standing.seesPersonalNumbers || id === standing.person ? nip : maskNip(nip), grade },
    state,
    own,
    because: fell?.because ?? null,
    stage: fell?.stage ?? null,
    round: fell?.round ?? null,
    said: (fell?.said ?? []).map(({ by, reason, at }) => ({ by, reason, at })),
  }));

type Noted = Readonly<{ stage: string | null; round: number | null; by: string | null }>;
type Notes = Readonly<{
  /** The lines that one decision decided otherwise. */
  ofDecision: (decision: Noted) => LineNote[];
  /** The lines that an event names, by key. */
  ofKeys: (verdicts: ReadonlyMap<string, string>, at: Omit<Noted, 'by'>) => LineNote[];
}>;

/** Tells of the lines of a batch by the names of those whom they are about. */
export const lineNotes = async ({ workflow, file }: Pick<Existing, 'workflow' | 'file'>, names: Names): Promise<Notes> => {
  const subjects = new Map(workflow.lines.map(({ key, subject }) => [key, subject]));
  const people = await names.people(subjects.values());
  const note = (key: string, verdict: string, reason: string | null): LineNote => ({
    key,
    subject: nameIn(people, subjects.get(key) ?? key),
    verdict,
    reason,
  });
  return {
    ofDecision: ({ stage, round, by }) =>
      file.said
        .filter((each) => each.stage === stage && each.round === round && each.by === by)
        .map(({ key, verdict, reason }) => note(key, verdict, reason)),
    ofKeys: (verdicts, { stage, round }) =>
      [...verdicts].map(([key, verdict]) => {
        const said = file.said.filter((each) => each.key === key && each.stage === stage && each.round === round);
        return note(key, verdict, said.flatMap(({ reason }) => reason ?? []).join('; ') || null);
      }),
  };
};

import type { Line, PersonId, Rights } from '@app/workflow';
import { namedIn, type Named } from './stage-views.js';
import type { CaseFile, Existing } from './state.js';
import type { FieldProblem } from './form.js';
import type { PersonCard, Surroundings } from './surroundings.js';
import { texts } from './texts.js';

/** A line as somebody asks for it; without a key it is given the next number. */
export type WantedLine = Readonly<{ key?: string; subject: PersonId }>;

/** Why a line was decided otherwise than the rest, as recorded with the decision. `null`: whom it was about was forgotten. */
export type LineSaying = Readonly<{
  key: string;
  stage: string;
  round: number;
  by: PersonId;
  verdict: string;
  reason: string | null;
  at: string;
}>;

/** A line of a batch as a page shows it. */
export type LineView = Readonly<{
  key: string;
  subject: PersonCard;
  /** `draft`: not submitted; `open`: goes on; `approved` or `closed` with the case; `fallen`: went out of the batch. */
  state: 'draft' | 'open' | 'approved' | 'closed' | 'fallen';
  /** It concerns the viewer or his kin: he leaves it out of his decision. */
  own: boolean;
  fell: Readonly<{
    because: 'rejected' | 'left-out' | 'withdrawn';
    stage: string;
    round: number;
    said: readonly Readonly<{ by: Named; reason: string | null; at: string }>[];
  }> | null;
}>;

type Parts = Pick<Existing, 'workflow'> & Readonly<{ file: Pick<CaseFile, 'lines'> }>;

/** The lines that a submission would be of: what fell out of the batch is none of them. */
export const linesToSubmit = ({ workflow, file }: Parts): readonly Line[] | undefined => {
  if (!workflow.definition.lines) return undefined;
  const fell = new Set(workflow.lines.filter((line) => line.fell).map(({ key }) => key));
  return file.lines.filter(({ key }) => !fell.has(key));
};

/** The kin of everybody whom a line is about, by its key; nothing for a case about one person. */
export const lineKinOf = async (
  { workflow, file }: Parts,
  surroundings: Pick<Surroundings, 'kinOf'>,
): Promise<Pick<Rights, 'lineKin'>> => {
  const lines = linesToSubmit({ workflow, file }) ?? [];
  if (lines.length === 0) return {};
  const kin = await Promise.all(lines.map(async ({ key, subject }) => [key, await surroundings.kinOf(subject)] as const));
  return { lineKin: Object.fromEntries(kin) };
};

type Known = Readonly<{ max: number | undefined; before: readonly Line[]; submitted: boolean }>;

/** Lines with their keys: a person keeps the key that he had, another one gets the first free number. */
export const keyedLines = (wanted: readonly WantedLine[], before: readonly Line[]): readonly Line[] => {
  const had = new Map(before.map(({ key, subject }) => [subject, key]));
  const taken = new Set([...had.values(), ...wanted.flatMap(({ key }) => key ?? [])]);
  let next = 0;
  const fresh = (): string => {
    do next += 1;
    while (taken.has(String(next)));
    return String(next);
  };
  return wanted.map(({ key, subject }) => ({ key: key ?? had.get(subject) ?? fresh(), subject }));
};

/** What is wrong with the lines of a batch, each by its place: people unknown or named twice, too many, added after submission. */
export const problemsOfLines = async (
  lines: readonly Line[],
  { max, before, submitted }: Known,
  surroundings: Pick<Surroundings, 'isEmployed'>,
): Promise<readonly FieldProblem[]> => {
  if (max === undefined) return lines.length === 0 ? [] : [problem('lines', 'cases.lines-not-offered')];
  if (lines.length > max) return [problem('lines', 'cases.lines-too-many', { max })];
  const had = new Map(before.map(({ key, subject }) => [key, subject]));
  const found = await Promise.all(
    lines.map(async ({ key, subject }, index): Promise<readonly FieldProblem[]> => {
      const earlier = lines.slice(0, index);
      if (earlier.some((line) => line.subject === subject)) return [problem(`lines.${index}.subject`, 'cases.line-twice')];
      if (earlier.some((line) => line.key === key)) return [problem(`lines.${index}.key`, 'cases.line-key-twice')];
      if (submitted && had.get(key) !== subject) return [problem(`lines.${index}.subject`, 'cases.line-added')];
      return (await surroundings.isEmployed(subject)) ? [] : [problem(`lines.${index}.subject`, 'cases.line-unknown')];
    }),
  );
  return found.flat();
};

type Said = 'cases.lines-not-offered' | 'cases.lines-too-many' | 'cases.line-twice' | 'cases.line-key-twice' | 'cases.line-added' | 'cases.line-unknown'; // prettier-ignore

const problem = (field: string, code: Said, { max = 0 }: Readonly<{ max?: number }> = {}): FieldProblem => {
  const text = { id: texts[code].id.replace('{{max}}', String(max)), en: texts[code].en.replace('{{max}}', String(max)) };
  return { field, code, message: text.en, text };
};

const unknown = (id: string): PersonCard => ({ id, name: '', nip: '', grade: null, employeeType: '' });

/** Whom the lines of a page name: their people, and those who decided on them. */
export const peopleOfLines = ({ workflow, file }: Existing): readonly string[] => [
  ...[...workflow.lines, ...file.lines].map(({ subject }) => subject),
  ...file.said.map(({ by }) => by),
];

/** @param own the keys of the lines that concern the viewer */
export const lineViewsOf = (
  { workflow, file }: Existing,
  people: ReadonlyMap<string, PersonCard>,
  own: readonly string[],
): readonly LineView[] => {
  const lines = workflow.lines.length === 0 ? file.lines.map((line) => ({ ...line, fell: undefined })) : workflow.lines;
  const wanted = new Set(file.lines.map(({ key }) => key));
  return lines.map(({ key, subject, fell }) => ({
    key,
    subject: people.get(subject) ?? unknown(subject),
    state: fell || (workflow.status !== 'closed' && !wanted.has(key)) ? 'fallen' : standing(workflow),
    own: own.includes(key),
    fell: fell
      ? {
          ...fell,
          said: file.said
            .filter((each) => each.key === key && each.stage === fell.stage && each.round === fell.round)
            .map(({ by, reason, at }) => ({ by: namedIn(people)(by), reason, at })),
        }
      : workflow.status !== 'closed' && !wanted.has(key)
        ? { because: 'withdrawn', stage: 'submission', round: workflow.round, said: [] }
        : null,
  }));
};

const standing = (workflow: Existing['workflow']): LineView['state'] => {
  if (workflow.status === 'closed') return workflow.outcome === 'approved' ? 'approved' : 'closed';
  return workflow.status === 'draft' ? 'draft' : 'open';
};

import type { Definition, StageDefinition } from './definition.js';
import type { Day } from './events.js';
import type { Holding, HoldingKind } from './people.js';

/** A kind of act: `propose`, `verify`, `decide` … Which there are, the matrix says. */
export type Act = string;

/** Who may do what by which law. What no row grants is not allowed. */
export type AuthorityRow = Readonly<{
  id: string;
  acts: readonly Act[];
  /** How the office is held. */
  kinds: readonly HoldingKind[];
  /** The kinds of position that hold it; any where absent. */
  positions?: readonly string[];
  /** The days on which the row is law, both included. */
  from: Day;
  until: Day | null;
  /** The law it rests on, as people cite it. */
  basis: string;
  /** Of the row's content, by which a change shows. */
  hash: string;
}>;

/**
 * The authority matrix of a tenant, as a value that travels in commands (UU 30/2014 Ps 14; SE BKN 1/SE/I/2021).
 * `acts`: what a stage means that names no act of its own: by its key, or for one definition alone by `<definition>/<key>`.
 */
export type AuthorityMatrix = Readonly<{
  version: string;
  acts: Readonly<Record<string, Act>>;
  rows: readonly AuthorityRow[];
}>;

/** What is done at a stage: what it names itself, what the matrix says of its key, else what its place and kind come to. */
export const actAt = ({ id, stages }: Definition, stage: StageDefinition, { acts }: AuthorityMatrix): Act => {
  const named = stage.act ?? acts[`${id}/${stage.key}`] ?? acts[stage.key];
  if (named !== undefined) return named;
  if (stages.at(-1)?.key === stage.key) return 'decide';
  return byKind[stage.kind] ?? 'endorse';
};

/** What a submission is. */
export const PROPOSE: Act = 'propose';

const byKind: Readonly<Record<string, Act>> = { consent: 'state', panel: 'consider', acknowledgement: 'acknowledge' };

const CACHED = 10_000;
const asked = new WeakMap<AuthorityMatrix, Map<string, AuthorityRow | null>>();

/** The first row that grants an act to a holder of an office on a day; `undefined` where none does. */
export const rowFor = (matrix: AuthorityMatrix, act: Act, { kind, position }: Holding, day: Day): AuthorityRow | undefined => {
  let answers = asked.get(matrix);
  if (!answers || answers.size >= CACHED) asked.set(matrix, (answers = new Map<string, AuthorityRow | null>()));
  const question = `${act}|${kind}|${position ?? ''}|${day}`;
  let row = answers.get(question);
  if (row === undefined) {
    row = matrix.rows.find((each) => grants(each, act, kind, position, day)) ?? null;
    answers.set(question, row);
  }
  return row ?? undefined;
};

const grants = (row: AuthorityRow, act: Act, kind: HoldingKind, position: string | undefined, day: Day): boolean =>
  row.acts.includes(act) &&
  row.kinds.includes(kind) &&
  (row.positions === undefined || (position !== undefined && row.positions.includes(position))) &&
  row.from <= day &&
  (row.until === null || day <= row.until);

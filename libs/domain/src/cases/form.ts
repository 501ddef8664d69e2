import type { Calendar, CaseContext, Definition, Line, Text } from '@app/workflow';
import type { Dossier } from './events.js';

/** What is wrong with one field. `code` is a sentence of the catalogues; `text` where the schema says it in its own words. */
export type FieldProblem = Readonly<{ field: string; code: string; message: string; text?: Text }>;

/** A dossier as it is recorded: what conditions may read, what is sealed, and the hash (SHA-256, hex) over both. */
export type Split = Readonly<{ plain: Dossier; personal: Dossier; hash: string }>;

/** What the dossier of a definition has to look like. Made of its JSON Schema, see `policies/blueprints.ts`. */
export type Form = Readonly<{
  schema: Readonly<Record<string, unknown>>;
  /** The dossier with what the system reckons itself: working days between two of its days. */
  completed: (dossier: Dossier, calendar: Calendar) => Dossier;
  /** What is wrong with its shape: unknown fields, formats, limits. Empty: nothing. */
  problems: (dossier: Dossier) => readonly FieldProblem[];
  /** What makes no sense although its shape is right: the schema's `x-rules`. Asked of sound shapes only. */
  objections: (dossier: Dossier, today: string) => readonly FieldProblem[];
  /** `lines`: of a batch; the hash is over them as well. */
  split: (dossier: Dossier, lines?: readonly Line[]) => Split;
  /** The plain fields, each of them, `null` where it was left out. */
  context: (plain: Dossier) => CaseContext;
}>;

/** A published definition whose cases need no context of their own. */
export type Blueprint = Readonly<{ definition: Definition; hash: string; form: Form }>;

/** The definitions that cases are made on. */
export abstract class Blueprints {
  /** The newest version, for a new case; `undefined` where there is none, or where its cases are made elsewhere. */
  abstract newest(definition: string): Blueprint | undefined;

  /** The version a case runs on; the newest where that one's form is not kept any more. */
  abstract of(definition: string, version: number): Blueprint | undefined;
}

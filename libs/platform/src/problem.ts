import { type Rejection, type RejectionKind } from '@app/decider';
import { type FieldError, inWords } from './field-words.js';
import type { Language, Translate } from './translator.js';

/** An answer that says what went wrong (RFC 9457), with our stable `code` and what has to change. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance: string;
  errors?: readonly FieldError[];
  [fact: string]: unknown;
}>;

/**
 * A refusal that belongs to HTTP itself: nobody is logged in, too much was sent, too often.
 * What the business refuses is a `Rejection`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly errors?: readonly FieldError[],
  ) {
    super(code);
  }
}

/** The one table that knows which HTTP status a kind of no makes. */
const statusOf: Readonly<Record<RejectionKind, number>> = { invalid: 422, forbidden: 403, missing: 404, conflict: 409 };

export const refusalOf = ({ kind, code, facts }: Rejection): Refusal => new Refusal(statusOf[kind], code, facts);

/**
 * The problem that a refusal is, in the caller's language.
 * Facts come first, so that none can overwrite what the standard defines.
 */
export const problemOf = (
  { status, code, facts, errors }: Refusal,
  {
    instance,
    language,
    translate,
    fallback,
  }: Readonly<{ instance: string; language: Language; translate: Translate; fallback?: string }>,
): Problem => {
  const title = translate(`http.${status}`, language) ?? String(status);
  return {
    ...facts,
    type: `/problems/${code}`,
    title,
    status,
    detail: translate(code, language, facts) ?? fallback ?? title,
    code,
    instance,
    ...(errors ? { errors: inWords(errors, language, translate) } : {}),
  };
};

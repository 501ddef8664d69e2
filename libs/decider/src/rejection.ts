/** What kind of no it is. The rim alone knows which HTTP status that makes. */
export type RejectionKind = 'invalid' | 'forbidden' | 'missing' | 'conflict';

/** What a caller needs in order to understand a refusal and to mend it. Never personal data. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * A refusal that the caller can act on. `code` is public API: it is never renamed.
 * The words for people are catalogues keyed by `code`; `message` is for developers.
 *
 * It keeps no stack: a page makes a dozen of them to say why buttons are off, the stack would be most of what one costs,
 * and the code tells where it comes from.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly kind: RejectionKind,
    readonly code: string,
    message: string,
    readonly facts: Facts = {},
  ) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Binds a context's table of codes, so that an unlisted code does not compile. */
export const rejections =
  <Code extends string>(codes: Readonly<Record<Code, RejectionKind>>) =>
  (code: Code, message: string, facts?: Facts) =>
    new Rejection(codes[code], code, message, facts);

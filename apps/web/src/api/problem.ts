export type FieldError = Readonly<{ field: string; code: string; message: string }>;

/** A refusal by the API (RFC 9457), or a network that did not answer (`status` 0). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** What is wrong with one field, where the API said so. */
  at(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);

const fieldErrors = (value: unknown): FieldError[] =>
  Array.isArray(value)
    ? value
        .filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
        .map((row) => ({
          field: textOf(row.field, ''),
          code: textOf(row.code, ''),
          message: textOf(row.message, textOf(row.code, '')),
        }))
    : [];

/** Reads the answer's problem; a body that is none becomes one with the status alone. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => ({}));
  const facts = typeof body === 'object' && body !== null ? { ...body } : {};
  const { detail, title, code, errors } = facts as Record<string, unknown>;
  return new Problem(
    response.status,
    textOf(code, `http.${response.status}`),
    textOf(detail, textOf(title, response.statusText)),
    fieldErrors(errors),
    facts,
  );
};

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@app/platform';
import { z } from 'zod';
import { packageRoot } from './package-root.js';

const line = z.string().trim().min(1).max(500);
const schema = z.strictObject({
  /** The government's name, as the login page has it. */
  government: z.strictObject({ id: line, en: line }),
  /** Who signs decrees, in capitals. */
  signatoryTitle: line,
  place: line,
  /** The law that made the government: the first of what a decree has regard to. */
  foundingLaws: z.array(line),
  /** Who gets copies of a decree, in the order of the paper. */
  copies: z.array(line).min(1),
});

/** What a government's paper bears. */
export type GovernmentPaper = Readonly<z.infer<typeof schema>>;

/**
 * Reads what the government's paper bears: the file that `LETTERHEAD` names, else the one that came with the program.
 * @throws Error in words for an operator, naming everything that is wrong with it
 */
export const readLetterhead = async ({ letterhead }: Pick<Config, 'letterhead'>): Promise<GovernmentPaper> => {
  const file = letterhead ?? join(packageRoot(), 'definitions', 'letterhead.json');
  const found = schema.safeParse(await parsed(file));
  if (found.success) return found.data;
  const faults = found.error.issues.map(({ path, message }) => `  - ${path.join('.') || 'the file'}: ${message}`);
  throw new Error(`The letterhead ${file} cannot be used:\n${faults.join('\n')}`);
};

const parsed = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new Error(`The letterhead ${file} ${why}.`, { cause: error });
  }
};

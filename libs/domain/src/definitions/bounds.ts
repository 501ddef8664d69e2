import { CST, Lexer } from 'yaml';

/** What a written definition may come to: several times the largest that people write, and read within a second. */
const bounds = { characters: 500_000, lines: 20_000, lexemes: 40_000, depth: 50, values: 50_000 };

const opening = new Set(['flow-seq-start', 'flow-map-start']);
const closing = new Set(['flow-seq-end', 'flow-map-end']);
const nesting = new Set(['seq-item-ind', 'explicit-key-ind']);

/**
 * Why a text is not read at all; `undefined` where it may be. YAML's parser goes as deep as the text does and compares every key of
 * a mapping with every other, so a text that is nothing but dashes would end the process. Its lexer does neither.
 */
export const tooMuchToRead = (text: string): string | undefined => {
  if (text.length > bounds.characters) return `longer than ${bounds.characters} characters`;
  let [lines, lexemes, brackets, inLine] = [1, 0, 0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > bounds.lines) return `more than ${bounds.lines} lines`;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = CST.tokenType(lexeme) ?? '';
    if (++lexemes > bounds.lexemes) return `more than ${bounds.lexemes} words and signs`;
    if (kind === 'newline') inLine = 0;
    if (kind === 'space') inLine += lexeme.length / 2;
    if (nesting.has(kind)) inLine++;
    if (opening.has(kind)) brackets++;
    if (closing.has(kind)) brackets--;
    if (brackets > bounds.depth) return `nested more than ${bounds.depth} deep`;
    if (nesting.has(kind) && inLine > 2 * bounds.depth) return `nested more than ${bounds.depth} deep`;
  }
  return undefined;
};

/** The same of what a text stands for: an alias may stand for much, and even for what it stands in. */
export const tooMuchToHold = (
  value: unknown,
  { values: most, depth: deepest }: Pick<typeof bounds, 'values' | 'depth'> = bounds,
): string | undefined => {
  let values = 0;
  const isDeep = (each: unknown, depth: number): boolean => {
    if (++values > most || depth > deepest) return true;
    return typeof each === 'object' && each !== null && Object.values(each).some((part) => isDeep(part, depth + 1));
  };
  if (!isDeep(value, 0)) return undefined;
  return values > most ? `more than ${most} values` : `nested more than ${deepest} deep`;
};

import { RE2JS } from 're2js';

/**
 * A schema's patterns, matched in time that grows with the text alone: they are written by people, and run on whatever anybody fills
 * in. What needs backtracking (look-around, back-references) is not to be had (https://github.com/google/re2/wiki/Syntax).
 */
export const linearPatterns = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    // Ajv keeps patterns by what they read as.
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  // Only named where validators are written out as code, which they are not here.
  { code: 'linearPatterns' },
);

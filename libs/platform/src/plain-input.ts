const deepest = 32;

/** Names that every object has: they would be left out in silence, and what they were to say with them. */
const inherited = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text can be stored and shown: no NUL, which PostgreSQL does not take, and no half of a surrogate pair. */
export const isPlainText = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/**
 * Looks through parsed input, without recursion: it came from outside, and may be nested as deeply as a megabyte allows.
 * @returns the path of the first text or name that is not plain, of what is nested too deeply, or named as what every object has; nothing where all is well
 */
export const whereNotPlain = (input: unknown): string | undefined => {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !isPlainText(value)) return path;
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    if (depth === deepest) return path;
    for (const [name, part] of Object.entries(value)) {
      const field = Array.isArray(value) || path === '' ? path || name : `${path}.${name}`;
      if (!isPlainText(name)) return path;
      if (inherited.has(name)) return field;
      open.push({ value: part, path: field, depth: depth + 1 });
    }
  }
  return undefined;
};

/** A batch of 500 people with ten fields each, or twice ten thousand ids, and no more: what transforms input takes its time for each. */
const most = { values: 25_000, names: 2_000 };

/** @returns the path of what holds more values, or more names, than anybody fills in; nothing where all is well. Input that is plain. */
export const whereTooMuch = (input: unknown): string | undefined => {
  const open: { value: unknown; path: string }[] = [{ value: input, path: '' }];
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    const parts = Object.entries(value);
    values += parts.length;
    if (values > most.values || (!Array.isArray(value) && parts.length > most.names)) return path;
    for (const [name, part] of parts) open.push({ value: part, path: Array.isArray(value) || path !== '' ? path : name });
  }
  return undefined;
};

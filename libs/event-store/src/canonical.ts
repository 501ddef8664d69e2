/** Keys are few and come again and again, so each is quoted once. Bounded, since data may bring keys of its own. */
const quotedKeys = new Map<string, string>();
const mostKeys = 10_000;

const quoted = (key: string): string => {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (quotedKeys.size < mostKeys) quotedKeys.set(key, text);
  return text;
};

/**
 * RFC 8785 canonical JSON: keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them.
 * What JSON cannot say is treated as `JSON.stringify` does, but for numbers that are not finite.
 *
 * The package `canonicalize` says the same (which is tested) and takes twice as long; this is on the path of every event.
 * @throws RangeError for NaN and infinities
 */
export const canonical = (value: unknown): string => textOf(value) ?? 'null';

/** The same, and whether the text reads back as the value that was given: nothing was left out, nothing spoke for itself. */
export const canonicalAndExact = (value: unknown): Readonly<{ text: string; exact: boolean }> => {
  exact = true;
  return { text: canonical(value), exact };
};

/** Of the value that is being made text. */
let exact = true;

const textOf = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`${value} is not JSON`);
      if (Object.is(value, -0)) exact = false;
      return value === 0 ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listOf(value) : objectOf(value);
    case 'bigint':
      throw new TypeError('a bigint is not JSON');
    default:
      exact = false;
      return undefined;
  }
};

const listOf = (values: readonly unknown[]): string => {
  let text = '[';
  for (let n = 0; n < values.length; n += 1) text += (n === 0 ? '' : ',') + (textOf(values[n]) ?? 'null');
  return `${text}]`;
};

/** In place: objects have few keys, often in order already, and a general sort costs more than the rest of the text. */
const inOrder = (keys: string[]): readonly string[] => {
  if (keys.length > 40) return keys.sort();
  for (let n = 1; n < keys.length; n += 1) {
    const key = keys[n] ?? '';
    let at = n;
    for (; at > 0 && (keys[at - 1] ?? '') > key; at -= 1) keys[at] = keys[at - 1] ?? '';
    keys[at] = key;
  }
  return keys;
};

const objectOf = (value: object): string => {
  if ('toJSON' in value) {
    exact = false;
    return canonical(JSON.parse(JSON.stringify(value))); // a Date and its like: what it says of itself
  }
  let text = '';
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of inOrder(Object.keys(record))) {
    const member = textOf(record[key]);
    if (member !== undefined) text += (text === '' ? '' : ',') + quoted(key) + member;
  }
  return `{${text}}`;
};

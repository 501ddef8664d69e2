export type Language = 'id' | 'en';

/** Sentences for people, by code. `{{name}}` stands for a fact. */
export type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TextFacts = Readonly<Record<string, unknown>>;

/** Says a code in a language; a code without a text is said as it is. */
export type Words = (code: string, language: Language, facts?: TextFacts) => string;

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Words out of catalogues. A day (`2026-08-03`) is written out in the reader's language, in the zone's calendar.
 * Nothing is escaped: the words are plain text, and whoever puts them into HTML escapes them there.
 */
export const wordsOf =
  (texts: Texts): Words =>
  (code, language, facts = {}) =>
    // The syntax is i18next's, which the browser uses on the same catalogues; a fact is never read for names itself.
    (texts[code]?.[language] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) => written(facts[name], language));

const formats = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

const written = (value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.map((part) => written(part, language)).join(', ');
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  return DAY.test(value) ? formats[language].format(new Date(value)) : value;
};

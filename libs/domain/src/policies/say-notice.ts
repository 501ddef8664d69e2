import type { Language, NoticeRow, Words } from '@app/domain/notification';
import { texts } from './texts.js';

type Said = Pick<NoticeRow, 'code' | 'facts'>;
type Names = ReadonlyMap<string, Readonly<{ name: string }>>;

/** Facts that are codes of the catalogue, and are said in the reader's language. */
const coded = ['obligation', 'status', 'level', 'because'];

/** Whose names a reader of these notices needs. */
export const namedIn = (notices: readonly Said[]): readonly string[] => [
  ...new Set(notices.flatMap(({ facts: { employee } }) => (typeof employee === 'string' ? [employee] : []))),
];

/** A title within a sentence, and at its beginning. */
const inside = (title: string): string => title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
const starting = (title: string): string => title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** A notice as a sentence. Names are put in here, at the last moment: they stand in no notice. */
export const sayNotice = (words: Words, language: Language, { code, facts }: Said, names: Names): string => {
  // A notice of before there were other cases does not say what it is about: it is about a transfer.
  const { whatId = texts.transfer.id, whatEn = texts.transfer.en } = facts;
  const what = String(language === 'en' ? whatEn : whatId);
  const said: Record<string, unknown> = { ...facts, what: inside(what), What: starting(what) };
  const { employee } = facts;
  if (typeof employee === 'string') said['employee'] = names.get(employee)?.name ?? employee;
  for (const name of coded) {
    const value = facts[name];
    if (typeof value === 'string') said[name] = words(value, language);
  }
  // A name that ends with the point of a degree ends the sentence as well.
  return words(code, language, said).replace(/(?<!\.)\.\.(?=\s|$)/g, '.');
};

import i18next from 'i18next';
import type { Holder, HoldingKind, Place, PostRef, Verb, Words } from '../api/model';
import { language } from '../texts';

/** The side of a bilingual text that the person reads. */
export const inWords = (words: Words | string | null | undefined): string =>
  typeof words === 'string' ? words : (words?.[language()] ?? '');

/** A text looked up under a key that came from the API: an unknown one is shown as it came. */
export const named = (group: string, key: string | null | undefined): string => {
  if (!key) return '';
  const path = `${group}.${key}`;
  const lookUp = i18next as { exists: (path: string) => boolean; t: (path: string) => string };
  return lookUp.exists(path) ? lookUp.t(path) : key;
};

export const titleOf = (post: PostRef | null | undefined): string => post?.title ?? '–';

export const placeText = ({ unit, agency }: Place): string =>
  unit.id === agency.id ? agency.name : `${unit.name}, ${agency.name}`;

/** `Siti Aminah (Plt. untuk Budi)` */
export const holderNote = ({ kind, onBehalfOf }: { kind: HoldingKind; onBehalfOf: { name: string } | null }): string => {
  if (kind === 'definitive') return '';
  return onBehalfOf
    ? i18next.t('page.substituteFor', { kind: named('holding', kind), name: onBehalfOf.name })
    : named('holding', kind);
};

const mostNames = 3;

/** `Ani, Budi` and, where they are many, how many more. */
export const holdersText = (holders: readonly Holder[]): string => {
  const names = [...new Set(holders.map(({ person }) => person.name))];
  if (names.length === 0) return i18next.t('say.noPerson');
  if (names.length <= mostNames) return names.join(', ');
  return i18next.t('say.andMore', { names: names.slice(0, mostNames - 1).join(', '), count: names.length - mostNames + 1 });
};

/** A sentence ends with one point, also where a degree ends with one already: `Menunggu Ani, S.T.` */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** What a verb is called at a stage: at the panel one recommends, the secretary forwards. */
export const verbName = (verb: Verb, stage: string | null | undefined): string => {
  const own = verb === 'approve' ? named('verbAt', stage) : verb === 'reject' ? named('rejectAt', stage) : '';
  return own !== '' && own !== stage ? own : i18next.t(`verb.${verb}`);
};

/** A person as the API names one: sometimes whole, sometimes by name alone. */
export const nameOf = (person: { name: string } | string | null | undefined): string =>
  typeof person === 'string' ? person : (person?.name ?? '');

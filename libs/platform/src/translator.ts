import i18next from 'i18next';

export type Language = 'id' | 'en';

/** Words for people, keyed by code. `{{fact}}` is filled in from the facts. */
export type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The words of a code in a language; `undefined` where there are none. */
export type Translate = (code: string, language: Language, facts?: Readonly<Record<string, unknown>>) => string | undefined;

/**
 * Makes one translator of many catalogues.
 * @throws Error when two catalogues hold the same code: one of them would be lost
 */
export const translator = (...catalogues: readonly Texts[]): Translate => {
  const texts: Record<string, Readonly<Record<Language, string>>> = {};
  for (const [code, words] of catalogues.flatMap((catalogue) => Object.entries(catalogue))) {
    if (texts[code] && texts[code] !== words) throw new Error(`Two catalogues have words for ${code}`);
    texts[code] = words;
  }
  const resource = (language: Language) => ({
    translation: Object.fromEntries(Object.entries(texts).map(([code, words]) => [code, words[language]])),
  });
  const instance = i18next.createInstance();
  void instance.init({
    initAsync: false,
    showSupportNotice: false,
    resources: { id: resource('id'), en: resource('en') },
    fallbackLng: 'id',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return (code, language, facts = {}) => (texts[code] ? instance.t(code, { ...facts, lng: language }) : undefined);
};

/** What a caller reads best, of what we write: Indonesian unless English is preferred (RFC 9110, 12.5.4). */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  if (acceptLanguage === undefined) return 'id';
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((q) => q !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ language, quality }) => quality > 0 && (language === 'id' || language === 'en'))
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language === 'en' ? 'en' : 'id';
};

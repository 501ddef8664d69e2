import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { id, type Texts } from './id';

export type Language = 'id' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

const Kept = 'alur.language';

const kept = (): Language => {
  try {
    return localStorage.getItem(Kept) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
};

void i18next.use(initReactI18next).init({
  resources: { id: { translation: id }, en: { translation: en } },
  lng: kept(),
  fallbackLng: 'id',
  interpolation: { escapeValue: false },
});
document.documentElement.lang = kept();

/** The language the person reads now. */
export const language = (): Language => (i18next.language === 'en' ? 'en' : 'id');

/** Changes it, for the page and for the next visit. */
export const speak = async (next: Language): Promise<void> => {
  document.documentElement.lang = next;
  try {
    localStorage.setItem(Kept, next);
  } catch {
    // A browser that keeps nothing still speaks.
  }
  await i18next.changeLanguage(next);
};

import type { Language } from '@app/platform';

export type Facts = Readonly<Record<string, unknown>>;

/** Sentences for people, by code, out of the catalogues. */
export abstract class Wording {
  /** `undefined` where no catalogue has the code. */
  abstract find(code: string, language: Language, facts?: Facts): string | undefined;

  /** The business instant, for stamps. */
  abstract now(): string;

  /** The code itself where no catalogue has it. */
  say(code: string, language: Language, facts?: Facts): string {
    return this.find(code, language, facts) ?? code;
  }

  /** In both languages. */
  both(code: string, facts?: Facts): { id: string; en: string } {
    return { id: this.say(code, 'id', facts), en: this.say(code, 'en', facts) };
  }
}

import { type TextFacts, type Texts, type Words, wordsOf } from '@app/domain/notification';
import type { Language } from '@app/platform';
import { type BusinessClock } from '@app/scheduling';

/** Sentences for people, by code, out of the catalogues. */
export class Wording {
  readonly words: Words;

  constructor(
    private readonly texts: Texts,
    private readonly clock: BusinessClock,
  ) {
    this.words = wordsOf(texts);
  }

  /** `undefined` where no catalogue has the code. */
  find(code: string, language: Language, facts?: TextFacts): string | undefined {
    return Object.hasOwn(this.texts, code) ? this.words(code, language, facts) : undefined;
  }

  /** The code itself where no catalogue has it. */
  say(code: string, language: Language, facts?: TextFacts): string {
    return this.words(code, language, facts);
  }

  /** In both languages. */
  both(code: string, facts?: TextFacts): { id: string; en: string } {
    return { id: this.say(code, 'id', facts), en: this.say(code, 'en', facts) };
  }

  /** The business instant, for stamps. */
  now(): string {
    return this.clock.now();
  }
}

import type { Language, Translate } from './translator.js';

/** One field of a request that cannot be taken as it is. */
export type FieldError = Readonly<{ field: string; code: string; message: string }>;

/** What class-validator's own sentence says of the rule: its limits, or what it allows. */
const factsIn = (message: string): Readonly<Record<string, string>> => ({
  limit: (message.replace(/^\S+/, '').match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? []).join('–'),
  allowed: /values: (.*)$/.exec(message)?.[1] ?? '',
});

/** Says in the caller's language what is wrong with each field; in class-validator's words where no catalogue has the rule. */
export const inWords = (errors: readonly FieldError[], language: Language, translate: Translate): readonly FieldError[] =>
  errors.map(({ field, code, message }) => ({
    field,
    code,
    message: translate(code, language, factsIn(message)) ?? message,
  }));

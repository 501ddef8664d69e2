import { cases } from './id/cases';
import { desk } from './id/desk';
import { frame } from './id/frame';

export const id = { ...frame, ...cases, ...desk };

/** What every language must say. */
export type Texts = typeof id;

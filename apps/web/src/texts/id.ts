import { cases } from './id/cases';
import { changes } from './id/changes';
import { desk } from './id/desk';
import { definitions } from './id/definitions';
import { frame } from './id/frame';
import { operations } from './id/operations';

export const id = { ...frame, ...cases, ...desk, ...definitions, ...changes, ...operations };

/** What every language must say. */
export type Texts = typeof id;

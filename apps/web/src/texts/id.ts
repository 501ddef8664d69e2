import { cases } from './id/cases';
import { changes } from './id/changes';
import { desk } from './id/desk';
import { definitions } from './id/definitions';
import { frame } from './id/frame';
import { generic } from './id/generic';
import { operations } from './id/operations';
import { timeline } from './id/timeline';

export const id = { ...frame, ...cases, ...desk, ...definitions, ...changes, ...operations, generic, timeline };

/** What every language must say. */
export type Texts = typeof id;

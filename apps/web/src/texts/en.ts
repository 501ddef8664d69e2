import { cases } from './en/cases';
import { changes } from './en/changes';
import { desk } from './en/desk';
import { definitions } from './en/definitions';
import { frame } from './en/frame';
import { generic } from './en/generic';
import { operations } from './en/operations';
import { timeline } from './en/timeline';
import type { Texts } from './id';

export const en: Texts = { ...frame, ...cases, ...desk, ...definitions, ...changes, ...operations, generic, timeline };

import type { DefinitionEvent } from './events.js';

/** Free text counts as personal (decisions 24). */
export const personalFields = {
  DefinitionReviewed: ['note'],
  DefinitionRetired: ['reason'],
} as const satisfies { readonly [E in DefinitionEvent as E['type']]?: readonly (keyof E['data'])[] };

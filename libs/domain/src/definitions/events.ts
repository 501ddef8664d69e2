import type { Message } from '@app/decider';
import type { Definition } from '@app/workflow';
import type { DossierSchema } from './dossier-schema.js';

/** Streams `definition-<id>`: every version of an approval definition that was ever in force, whole. `hash`: SHA-256 (hex) over the RFC 8785 form of the definition, its `dossier` within where it has one. */
export type DefinitionEvent = Message<
  'DefinitionPublished',
  { id: string; version: number; hash: string; definition: Definition; dossier?: DossierSchema; at: string }
>;

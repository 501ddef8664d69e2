import type { Message } from '@app/decider';
import type { Definition } from '@app/workflow';

/** Streams `definition-<id>`: every version of an approval definition that was ever in force, whole. `hash`: SHA-256 (hex) over its RFC 8785 form. */
export type DefinitionEvent = Message<
  'DefinitionPublished',
  { id: string; version: number; hash: string; definition: Definition; at: string }
>;

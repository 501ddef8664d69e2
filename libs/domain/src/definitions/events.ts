import type { Message } from '@app/decider';
import type { AuthorityMatrix, Calendar, Definition } from '@app/workflow';
import type { DossierSchema } from './dossier-schema.js';

/** A definition whole. `hash`: SHA-256 (hex) over the RFC 8785 form of the definition, its `dossier` within where it has one. */
type Whole = Readonly<{ id: string; version: number; hash: string; definition: Definition; dossier?: DossierSchema }>;

/** Streams `definition-<id>`: every version of an approval definition that was drafted or in force, whole. */
export type DefinitionEvent =
  /** The next version, as somebody would have it. It takes the place of the draft before it and has not been reviewed. */
  | Message<'DefinitionDrafted', Whole & { by: string; at: string }>
  /** `hash`: the content that was read. `note` is free text. */
  | Message<
      'DefinitionReviewed',
      { id: string; version: number; hash: string; verdict: 'accept' | 'decline'; note: string; by: string; at: string }
    >
  /** In force from now on. `by` is absent where it came with the program and nobody published it. */
  | Message<'DefinitionPublished', Whole & { by?: string; at: string }>
  /** No new case starts on the version; cases that run on it go on. `reason` is free text. */
  | Message<'DefinitionRetired', { id: string; version: number; reason: string; by: string; at: string }>;

/**
 * Streams `calendar` and `authority`: every version of the working days and of the authority matrix that was in force, whole.
 * `replaces`: the version that was in force before, `null` for the first.
 */
export type InForceEvent =
  | Message<'CalendarPublished', { version: string; replaces: string | null; calendar: Calendar; at: string }>
  | Message<'AuthorityPublished', { version: string; replaces: string | null; matrix: AuthorityMatrix; at: string }>;

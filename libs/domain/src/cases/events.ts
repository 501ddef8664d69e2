import type { Message } from '@app/decider';
import type { Line, Role, WorkflowEvent } from '@app/workflow';

type Instant = string;

/** What a case is about, as data: the fields of its definition's JSON Schema. */
export type Dossier = Readonly<Record<string, unknown>>;

/** The dossier's own events, in the case's stream `case-<id>` beside the engine's. */
export type DossierEvent = Message<
  'DossierRecorded',
  {
    /** What conditions may read: numbers, days, choices. */
    plain: Dossier;
    /** Free text and whatever the schema calls personal, sealed as a whole; `null` once its subject was forgotten. */
    personal: Dossier | null;
    /** The fields that differ from what was recorded before. */
    changed: readonly string[];
    /** SHA-256 (hex) over both parts: it outlives what was forgotten. */
    hash: string;
    /** Of a batch: the people it is about, each under a key of his own. */
    lines?: readonly Line[];
    /** The office that each role means in this case, so that a vacant one is known by name. */
    offices: Readonly<Record<Role, string>>;
    by: string;
    at: Instant;
  }
>;

export type CaseEvent = WorkflowEvent | DossierEvent;

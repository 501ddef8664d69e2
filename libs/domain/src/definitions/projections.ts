import { projection } from '@app/event-store';
import type { Definition } from '@app/workflow';
import type { DossierSchema } from './dossier-schema.js';
import type { DefinitionEvent } from './events.js';

export type VersionStatus = 'draft' | 'accepted' | 'declined' | 'published' | 'retired';

/** `by` of a publication is `null` for what came with the program. */
export type VersionRow = Readonly<{
  id: string;
  version: number;
  status: VersionStatus;
  hash: string;
  definition: Definition;
  dossier: DossierSchema | null;
  drafted_by: string | null;
  drafted_at: string | null;
  reviewed_by: string | null;
  reviewed_at: string | null;
  note: string | null;
  published_by: string | null;
  published_at: string | null;
  retired_by: string | null;
  retired_at: string | null;
  reason: string | null;
}>;

const untouched = {
  drafted_by: null,
  drafted_at: null,
  reviewed_by: null,
  reviewed_at: null,
  note: null,
  published_by: null,
  published_at: null,
  retired_by: null,
  retired_at: null,
  reason: null,
} as const;

/** Every version of every definition, and what became of it. One row each. */
export const versions = projection<VersionRow, DefinitionEvent>({
  name: 'definitions_versions',
  version: 1,
  columns: {
    id: 'text',
    version: 'integer',
    status: 'text',
    hash: 'text',
    definition: 'jsonb',
    dossier: 'jsonb',
    drafted_by: 'text',
    drafted_at: 'timestamptz',
    reviewed_by: 'text',
    reviewed_at: 'timestamptz',
    note: 'text',
    published_by: 'text',
    published_at: 'timestamptz',
    retired_by: 'text',
    retired_at: 'timestamptz',
    reason: 'text',
  },
  indexes: [['id', 'version']],
  key: ({ data: { id, version } }) => `${id}@${version}`,
  on: {
    DefinitionDrafted: (_, { data: { id, version, hash, definition, dossier, by, at } }) => ({
      ...untouched,
      ...{ id, version, hash, definition, dossier: dossier ?? null, status: 'draft', drafted_by: by, drafted_at: at },
    }),
    DefinitionReviewed: (row, { data: { verdict, note, by, at } }) =>
      row && {
        ...row,
        status: verdict === 'accept' ? 'accepted' : 'declined',
        reviewed_by: by,
        reviewed_at: at,
        note: note === '' ? null : note,
      },
    DefinitionPublished: (row, { data: { id, version, hash, definition, dossier, by, at } }) => ({
      // What came with the program in place of a draft owes nothing to it.
      ...(row && row.hash === hash ? row : untouched),
      ...{ id, version, hash, definition, dossier: dossier ?? null, status: 'published' },
      published_by: by ?? null,
      published_at: at,
    }),
    DefinitionRetired: (row, { data: { reason, by, at } }) =>
      row && { ...row, status: 'retired', retired_by: by, retired_at: at, reason },
  },
});

export const projections = [versions] as const;

import { projection } from '@app/event-store';
import type { ProposalEvent } from '../events.js';
import { idOf } from '../streams.js';

export type DocumentRow = Readonly<{
  id: string;
  case_id: string;
  type: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  issued_on: string | null;
  round: number;
  attached_at: string;
  attached_by: string;
  verdict: string | null;
  note: string | null;
  judged_by: string | null;
  judged_at: string | null;
}>;

/** Every paper of every case. */
export const documents = projection<DocumentRow, ProposalEvent>({
  name: 'mutation_documents',
  version: 1,
  columns: {
    id: 'text',
    case_id: 'text',
    type: 'text',
    name: 'text',
    mime: 'text',
    size: 'integer',
    sha256: 'text',
    issued_on: 'date',
    round: 'integer',
    attached_at: 'timestamptz',
    attached_by: 'text',
    verdict: 'text',
    note: 'text',
    judged_by: 'text',
    judged_at: 'timestamptz',
  },
  indexes: [['case_id']],
  key: ({ data }) => ('documentId' in data ? data.documentId : undefined),
  on: {
    DocumentAttached: (_, { stream, data }) => ({
      id: data.documentId,
      case_id: idOf(stream),
      type: data.type,
      name: data.name,
      mime: data.mime,
      size: data.size,
      sha256: data.sha256,
      issued_on: data.issuedOn,
      round: data.round,
      attached_at: data.at,
      attached_by: data.by,
      verdict: null,
      note: null,
      judged_by: null,
      judged_at: null,
    }),
    DocumentJudged: (row, { data }) =>
      row && { ...row, verdict: data.verdict, note: data.note, judged_by: data.by, judged_at: data.at },
    DocumentRemoved: () => undefined,
  },
});

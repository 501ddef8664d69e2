import { projection } from '@app/event-store';
import type { ClaimEvent } from '../events.js';
import { idOf } from '../streams.js';

export type ClaimRow = Readonly<{
  of: 'person' | 'post';
  /** The person or the post. */
  subject_id: string;
  case_id: string;
  status: 'promised' | 'occupied';
  since: string;
}>;

/** Which live case holds which person and which post. Gone once given back. */
export const claims = projection<ClaimRow, ClaimEvent>({
  name: 'mutation_claims',
  version: 1,
  columns: { of: 'text', subject_id: 'text', case_id: 'text', status: 'text', since: 'timestamptz' },
  indexes: [['subject_id']],
  key: ({ stream, data: { caseId } }) => `${stream}#${caseId}`,
  on: {
    ClaimTaken: (_, { stream, data: { caseId, at } }) => ({
      of: stream.includes('.claim-person-') ? 'person' : 'post',
      subject_id: idOf(stream),
      case_id: caseId,
      status: 'promised',
      since: at,
    }),
    ClaimOccupied: (row) => row && { ...row, status: 'occupied' },
    ClaimReleased: () => undefined,
  },
});

import type { Message } from '@app/decider';

/**
 * Streams `office-<office>`. Offices that come with a post (heads, regent, secretary) follow from assignments; the others
 * (`hr-officer`, `tpk`, `auditor`, `admin`) are granted here. Substitutes by letter are named here for both.
 */
export type OfficeEvent =
  | Message<'OfficeGranted', { office: string; person: string; from: string; until: string | null; letter: string; at: string }>
  | Message<'OfficeRevoked', { office: string; person: string; on: string; letter: string; at: string }>
  | Message<
      'SubstituteNamed',
      {
        office: string;
        id: string;
        person: string;
        kind: 'acting' | 'daily' | 'substitute' | 'delegate';
        from: string;
        until: string;
        letter: string;
        /** Whose seat he takes, or who lends him his power. */
        onBehalfOf?: string;
        at: string;
      }
    >
  | Message<'SubstituteEnded', { office: string; id: string; on: string; at: string }>;

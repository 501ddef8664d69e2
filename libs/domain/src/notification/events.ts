import type { Message } from '@app/decider';

/** Streams `notice-<id>`; the id is derived from person and cause, so that one cause tells one person once. */
export type NoticeEvent =
  | Message<
      'NoticeRaised',
      {
        id: string;
        person: string;
        /** Its texts are in the catalogue under this code. */
        code: string;
        /** Values for the text: opaque ids and dates, never names. */
        facts: Readonly<Record<string, string | number | null>>;
        /** Where it leads in the browser, `/proposals/…`. */
        link: string;
        cause: string;
        at: string;
      }
    >
  /** The same cause would have told the same person this as well. */
  | Message<'NoticeSuperseded', { id: string; code: string; at: string }>
  | Message<'NoticeRead', { id: string; at: string }>
  | Message<'NoticeMailed', { id: string; messageId: string; attempts: number; at: string }>
  | Message<'NoticeMailFailed', { id: string; attempts: number; error: string; at: string }>;

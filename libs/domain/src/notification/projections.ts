import { projection } from '@app/event-store';
import type { NoticeEvent } from './events.js';

export type NoticeRow = Readonly<{
  id: string;
  person: string;
  code: string;
  facts: Readonly<Record<string, string | number | null>>;
  link: string;
  cause: string;
  at: string;
  read_at: string | null;
  mailed_at: string | null;
  superseded: readonly string[];
}>;

/** What a person was told, one row per notice. */
export const notices = projection<NoticeRow, NoticeEvent>({
  name: 'notices',
  version: 1,
  columns: {
    id: 'text',
    person: 'text',
    code: 'text',
    facts: 'jsonb',
    link: 'text',
    cause: 'text',
    at: 'timestamptz',
    read_at: 'timestamptz',
    mailed_at: 'timestamptz',
    superseded: 'text[]',
  },
  indexes: [['person', 'at', 'id']],
  key: ({ data }) => data.id,
  on: {
    NoticeRaised: (_, { data: { id, person, code, facts, link, cause, at } }) => ({
      id,
      person,
      code,
      facts,
      link,
      cause,
      at,
      read_at: null,
      mailed_at: null,
      superseded: [],
    }),
    NoticeSuperseded: (row, { data }) => row && { ...row, superseded: [...row.superseded, data.code] },
    NoticeRead: (row, { data }) => row && { ...row, read_at: data.at },
    NoticeMailed: (row, { data }) => row && { ...row, mailed_at: data.at },
  },
});

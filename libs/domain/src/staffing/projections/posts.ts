import { projection } from '@app/event-store';
import type { PostEvent, PostType } from '../events.js';

export type PostRow = Readonly<{
  id: string;
  code: string;
  title: string;
  unit: string;
  agency: string;
  type: PostType;
  echelon: string | null;
  job_class: number | null;
  retirement_age: number;
  need: number;
  office: string | null;
  in_freeze_scope: boolean;
  job_family: string | null;
}>;

type Changed = Extract<PostEvent, { type: 'PostChanged' }>['data'];

const changeable = (data: Changed) => ({
  title: data.title,
  type: data.type,
  echelon: data.echelon,
  job_class: data.jobClass,
  retirement_age: data.retirementAge,
  need: data.need,
  office: data.office,
  in_freeze_scope: data.inFreezeScope,
  job_family: data.jobFamily,
});

/** The position map without its people. */
export const posts = projection<PostRow, PostEvent>({
  name: 'staffing_posts',
  version: 1,
  columns: {
    id: 'text',
    code: 'text',
    title: 'text',
    unit: 'text',
    agency: 'text',
    type: 'text',
    echelon: 'text',
    job_class: 'integer',
    retirement_age: 'integer',
    need: 'integer',
    office: 'text',
    in_freeze_scope: 'boolean',
    job_family: 'text',
  },
  indexes: [['unit'], ['agency'], ['office']],
  key: ({ data }) => data.id,
  on: {
    PostEstablished: (_, { data }) => ({
      id: data.id,
      code: data.code,
      unit: data.unit,
      agency: data.agency,
      ...changeable(data),
    }),
    PostChanged: (row, { data }) => row && { ...row, ...changeable(data) },
  },
});

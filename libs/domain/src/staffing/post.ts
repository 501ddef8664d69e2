import { isDeepStrictEqual } from 'node:util';
import type { Decider, Message } from '@app/decider';
import type { PostEvent, PostType } from './events.js';
import { reject } from './rejections.js';

type Changeable = Readonly<{
  title: string;
  type: PostType;
  echelon: string | null;
  jobClass: number | null;
  retirementAge: number;
  need: number;
  office: string | null;
  inFreezeScope: boolean;
  jobFamily: string | null;
}>;
type Post = Changeable & Readonly<{ id: string; code: string; unit: string; agency: string }>;

/** Says what the post is to be. What it already is gives no event. */
export type PostCommand = Message<'EstablishPost', Post & { at: string }>;

export type PostState = Readonly<{ status: 'absent' }> | (Readonly<{ status: 'established' }> & Post);

/** A post of the position map (peta jabatan): how many people it needs, and which office its incumbent holds. */
export const post: Decider<PostCommand, PostEvent, PostState> = {
  initial: { status: 'absent' },

  decide: ({ data }, state) => {
    if (!Number.isInteger(data.need) || data.need < 0)
      return reject('staffing.need-negative', 'A need is a whole number.', { need: data.need });
    if (state.status === 'absent') return [{ type: 'PostEstablished', data }];
    if (state.unit !== data.unit)
      return reject('staffing.exists-otherwise', 'This post belongs to another unit.', { code: state.code });
    const { at } = data;
    return isDeepStrictEqual(changeableOf(state), changeableOf(data))
      ? []
      : [{ type: 'PostChanged', data: { id: state.id, ...changeableOf(data), at } }];
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'PostEstablished': {
        const { id, code, unit, agency } = data;
        return { status: 'established', id, code, unit, agency, ...changeableOf(data) };
      }
      case 'PostChanged':
        return state.status === 'absent' ? state : { ...state, ...changeableOf(data) };
    }
  },
};

const changeableOf = ({
  title,
  type,
  echelon,
  jobClass,
  retirementAge,
  need,
  office,
  inFreezeScope,
  jobFamily,
}: Changeable): Changeable => ({
  title,
  type,
  echelon,
  jobClass,
  retirementAge,
  need,
  office,
  inFreezeScope,
  jobFamily,
});

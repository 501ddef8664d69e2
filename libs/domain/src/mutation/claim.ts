import type { Decider, Message } from '@app/decider';
import type { ClaimEvent } from './events.js';
import { reject } from './refusals.js';

export type ClaimCommand =
  /** `limit`: how many cases may hold it at a time. One for a person; for a post its need less those who stay in it. */
  | Message<'TakeClaim', { of: 'person' | 'post'; caseId: string; limit: number; at: string }>
  | Message<'ReleaseClaim', { caseId: string; because: string; at: string }>
  /** The promise is kept: the person moves in. It counts until it is released, when the map of posts shows him. */
  | Message<'OccupyClaim', { caseId: string; at: string }>;

/** Which cases hold the claim, and how. */
export type ClaimState = Readonly<Record<string, 'promised' | 'occupied'>>;

/** One live case per person, no more promises than a post has room for: true in one stream each, whoever races (decisions 12). */
export const claim: Decider<ClaimCommand, ClaimEvent, ClaimState> = {
  initial: {},
  decide: ({ type, data }, state) => {
    const held = state[data.caseId];
    switch (type) {
      case 'TakeClaim': {
        const { of, caseId, limit, at } = data;
        if (held) return [];
        const others = Object.keys(state);
        if (others.length < limit) return [{ type: 'ClaimTaken', data: { caseId, at } }];
        return of === 'person'
          ? reject('mutation.person-claimed', 'The person has another live proposal.', { cases: others })
          : reject('mutation.post-promised', 'The post has no room that is not promised.', {
              cases: others,
              room: Math.max(0, limit),
            });
      }
      case 'ReleaseClaim':
        return held ? [{ type: 'ClaimReleased', data }] : [];
      case 'OccupyClaim':
        return held === 'promised' ? [{ type: 'ClaimOccupied', data }] : [];
    }
  },
  evolve: (state, { type, data: { caseId } }) => {
    switch (type) {
      case 'ClaimTaken':
        return { ...state, [caseId]: 'promised' };
      case 'ClaimOccupied':
        return { ...state, [caseId]: 'occupied' };
      case 'ClaimReleased': {
        const { [caseId]: _, ...others } = state;
        return others;
      }
    }
  },
};

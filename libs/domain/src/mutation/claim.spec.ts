import { scenariosOf } from '@app/decider/testing';
import fc from 'fast-check';
import { fold } from '@app/decider';
import { claim, type ClaimCommand } from './claim.js';
import type { ClaimEvent } from './events.js';

const given = scenariosOf(claim);
const at = '2026-03-02T02:00:00.000Z';
const take = (caseId: string, limit = 1, of: 'person' | 'post' = 'post'): ClaimCommand => ({
  type: 'TakeClaim',
  data: { of, caseId, limit, at },
});
const taken = (caseId: string): ClaimEvent => ({ type: 'ClaimTaken', data: { caseId, at } });
const released = (caseId: string): ClaimEvent => ({ type: 'ClaimReleased', data: { caseId, because: 'withdrawn', at } });

describe('a claim', () => {
  it('is held by one live case per person', () => {
    given()
      .when(take('a', 1, 'person'))
      .then(taken('a'));
    given(taken('a'))
      .when(take('b', 1, 'person'))
      .thenRejected('mutation.person-claimed');
  });

  it('is taken twice by the same case only once', () => {
    given(taken('a')).when(take('a')).thenNothing();
  });

  it('promises no more than a post has room for', () => {
    given(taken('a')).when(take('b', 2)).then(taken('b'));
    given(taken('a'), taken('b')).when(take('c', 2)).thenRejected('mutation.post-promised');
    given().when(take('a', 0)).thenRejected('mutation.post-promised');
  });

  it('is free again once it was given back, which may be said twice', () => {
    given(taken('a'), released('a')).when(take('b')).then(taken('b'));
    given(taken('a'), released('a'))
      .when({ type: 'ReleaseClaim', data: { caseId: 'a', because: 'again', at } })
      .thenNothing();
  });

  it('that is being kept still takes the place, until the map of posts shows the person', () => {
    const occupied: ClaimEvent = { type: 'ClaimOccupied', data: { caseId: 'a', at } };
    given(taken('a'))
      .when({ type: 'OccupyClaim', data: { caseId: 'a', at } })
      .then(occupied);
    given(taken('a'), occupied)
      .when({ type: 'OccupyClaim', data: { caseId: 'a', at } })
      .thenNothing();
    given(taken('a'), occupied).when(take('b')).thenRejected('mutation.post-promised');
    given(taken('a'), occupied, released('a')).when(take('b')).then(taken('b'));
  });

  it('is never held by more cases than its limit, whatever is asked in whatever order', () => {
    const command: fc.Arbitrary<ClaimCommand> = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'd').map((caseId) => take(caseId, 2)),
      fc
        .constantFrom('a', 'b', 'c', 'd')
        .map((caseId): ClaimCommand => ({ type: 'ReleaseClaim', data: { caseId, because: '', at } })),
      fc.constantFrom('a', 'b', 'c', 'd').map((caseId): ClaimCommand => ({ type: 'OccupyClaim', data: { caseId, at } })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const history: ClaimEvent[] = [];
        for (const asked of commands) {
          const decision = claim.decide(asked, fold(claim, history));
          if (!(decision instanceof Error)) history.push(...decision);
          expect(Object.keys(fold(claim, history)).length).toBeLessThanOrEqual(2);
        }
      }),
      { verbose: 1 },
    );
  });
});

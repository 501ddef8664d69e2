import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { type Decider, fold } from './decider.js';
import type { Message } from './message.js';
import { Rejection } from './rejection.js';

/**
 * given(history).when(command).then(events): the words of a decider's specification.
 * @param refusalHolds asked of every refusal that is expected: throws where it is not as all of this decider are
 */
export const scenariosOf =
  <C extends Message, E extends Message, S>(decider: Decider<C, E, S>, refusalHolds: (refusal: Rejection) => void = () => {}) =>
  (...history: readonly E[]) => {
    const state = fold(decider, history);
    return {
      state,
      when: (command: C) => {
        const decision = decider.decide(command, state);
        const events = () =>
          decision instanceof Rejection ? fail(`rejected with ${decision.code}: ${decision.message}`) : decision;
        return {
          decision,
          /** Exactly these events. */
          then: (...expected: readonly E[]) => deepStrictEqual([...events()], [...expected]),
          /** These types of events, in this order. */
          thenTypes: (...types: readonly E['type'][]) =>
            deepStrictEqual(
              events().map(({ type }) => type),
              types,
            ),
          thenNothing: () => deepStrictEqual([...events()], []),
          thenRejected: (code: string) => {
            ok(decision instanceof Rejection, `expected a rejection with ${code}`);
            deepStrictEqual(decision.code, code);
            refusalHolds(decision);
          },
        };
      },
    };
  };

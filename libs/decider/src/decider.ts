import type { Message } from './message.js';
import type { Rejection } from './rejection.js';

/** The events that follow, none of them (the command changes nothing), or a refusal. */
export type Decision<Event extends Message> = readonly Event[] | Rejection;

/**
 * The rules of one kind of stream, as pure functions.
 *
 * `decide` is total: every command in every state gives events or a `Rejection`; the clock, ids and
 * facts from elsewhere come in with the command. `evolve` never refuses: what was recorded has happened.
 */
export type Decider<Command extends Message, Event extends Message, State> = Readonly<{
  initial: State;
  decide: (command: Command, state: State) => Decision<Event>;
  evolve: (state: State, event: Event) => State;
}>;

/** The state after a history. */
export const fold = <Event extends Message, State>(
  { initial, evolve }: Pick<Decider<never, Event, State>, 'initial' | 'evolve'>,
  events: Iterable<Event>,
): State => {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
};

/** Something to be woken for. Plain JSON. */
export type Timer = Readonly<{
  /** Whatever the caller likes; the same id again while it is pending changes nothing. */
  id: string;
  /** Real time, an ISO instant. In the past: at once. */
  at: string;
  payload: Readonly<Record<string, unknown>>;
}>;

export type DueHandler = (timer: Timer) => Promise<void>;

/**
 * Wakes somebody at an instant.
 *
 * A convenience and not a truth: what is due is written in events, a lost timer is set again by the `Sweeper`, and a
 * timer that fires twice sends a command twice, which the decider knows how to take. At least once, never early,
 * and an id may be used again once it has fired. What an adapter must do beyond these types stands in `timers.contract.ts`.
 */
export abstract class Timers {
  /** Sets timers, in this order where several are overdue. */
  abstract schedule(...timers: readonly Timer[]): Promise<void>;

  /** Names the one handler of this process, in place of the one before. When it throws, the timer is tried again, later each time. */
  abstract onDue(handler: DueHandler): void;

  /** Forgets whatever has not fired. For operators, and for showing that nothing is lost by it. */
  abstract clear(): Promise<void>;

  /** Whether the server that keeps them is there, as far as is known. While it is not, `schedule` throws. */
  abstract isReachable(): boolean;

  /** Waits for the handler that runs, then lets go of connections. What is pending stays where the adapter keeps it. */
  abstract close(): Promise<void>;
}

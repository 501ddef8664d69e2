/**
 * Being woken in time: timers, the business clock, and the sweeper that keeps the one true to the other.
 *
 * It knows no domain: what is due, and what happens then, are handed to it. Adapters live in `adapters/`.
 */
export { Timers } from './timers.js';
export type { DueHandler, Timer } from './timers.js';
export { BusinessClock } from './business-clock.js';
export { clockDecider, clockTexts, followClock } from './clock-stream.js';
export type { ClockCommand, ClockEvent, ClockState } from './clock-stream.js';
export { DueInstants, Sweeper } from './sweeper.js';
export type { DueInstant, SweeperOptions } from './sweeper.js';

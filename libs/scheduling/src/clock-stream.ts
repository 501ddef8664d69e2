import { type Decider, type Message, rejections } from '@app/decider';
import type { EventStore, Subscription } from '@app/event-store';
import type { BusinessClock } from './business-clock.js';

/** Stream `<tenant>.clock`. `to` is the business instant that was asked for, `at` the real one at which it was. */
export type ClockEvent = Message<'ClockMoved', { offsetMs: number; to: string; at: string }>;
/** `real` is real time, an ISO instant. */
export type ClockCommand = Message<'MoveClock', { to: string; real: string }>;
export type ClockState = Readonly<{ offsetMs: number }>;

const reject = rejections({ 'clock.backwards': 'invalid', 'clock.not-an-instant': 'invalid', 'clock.too-far': 'invalid' });

/** A slip of the finger must not end a demo: from the year 9999 nothing leads back. */
const FARTHEST_YEARS = 30;
const farthest = FARTHEST_YEARS * 365.25 * 86_400_000;

/** The demo's clock: it goes forward only, since what has been decided was decided at its time. */
export const clockDecider: Decider<ClockCommand, ClockEvent, ClockState> = {
  initial: { offsetMs: 0 },
  decide: ({ data: { to, real } }, { offsetMs }) => {
    const wanted = instantOf(to);
    if (wanted === undefined) return reject('clock.not-an-instant', 'The wanted time is not an ISO instant.', { to });
    const now = Date.parse(real) + offsetMs;
    if (wanted < now) return reject('clock.backwards', 'The clock goes forward only.', { to, now: new Date(now).toISOString() });
    if (wanted - Date.parse(real) > farthest)
      return reject('clock.too-far', 'The clock does not go that far.', { years: FARTHEST_YEARS });
    return [{ type: 'ClockMoved', data: { offsetMs: wanted - Date.parse(real), to, at: real } }];
  },
  evolve: (_, { data: { offsetMs } }) => ({ offsetMs }),
};

/** Milliseconds since the epoch of an ISO instant in UTC; 31 February is none. */
const instantOf = (text: string): number | undefined => {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text.slice(0, 10) ? undefined : ms;
};

/** Words for people, by code. */
export const clockTexts = {
  'clock.backwards': { id: 'Jam hanya dapat dimajukan; sekarang {{now}}.', en: 'The clock goes forward only; it is {{now}}.' },
  'clock.too-far': {
    id: 'Jam dapat dimajukan paling jauh {{years}} tahun dari waktu sebenarnya.',
    en: 'The clock goes at most {{years}} years beyond real time.',
  },
  'clock.not-an-instant': { id: 'Waktu yang diminta bukan tanggal yang sah.', en: 'The wanted time is not a valid date.' },
} as const;

/**
 * Keeps a process's clock true to the recorded one: reads what was recorded, then follows.
 *
 * @param stream the clock's stream
 * @param onError told when following ends because the store failed; the clock keeps its last offset
 * @returns once everything recorded so far has been taken over
 */
export const followClock = async (
  store: EventStore,
  stream: string,
  clock: BusinessClock,
  onError: (error: unknown) => void = () => undefined,
): Promise<Pick<Subscription, 'close'>> => {
  const after = await store.head();
  for await (const { data } of store.read(stream)) takeOver(clock, data);
  const subscription = store.subscribe(after, { streamPrefixes: [stream] });
  const follow = async () => {
    for await (const batch of subscription) for (const event of batch) if (event.stream === stream) takeOver(clock, event.data);
  };
  follow().catch(onError);
  return subscription;
};

const takeOver = (clock: BusinessClock, data: unknown) => {
  if (typeof data === 'object' && data !== null && 'offsetMs' in data && typeof data.offsetMs === 'number')
    clock.follow(data.offsetMs);
};

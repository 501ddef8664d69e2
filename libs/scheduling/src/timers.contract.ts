import type { Timer, Timers } from './timers.js';

export type OpenedTimers = Readonly<{
  timers: Timers;
  /** Milliseconds since the epoch, by the clock that the timers go by. */
  now: () => number;
  /** Lets time pass: turns a clock, or does nothing where time is real. */
  pass: (ms: number) => Promise<void>;
}>;

/** Collects firings; `until(n)` resolves once there are n of them. */
const firings = (now: () => number) => {
  const fired: { id: string; at: number; payload: Timer['payload'] }[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  return {
    fired,
    ids: () => fired.map(({ id }) => id),
    record: ({ id, payload }: Timer) => {
      fired.push({ id, at: now(), payload });
      for (const { count, done } of waiting) if (fired.length >= count) done();
    },
    until: (count: number) =>
      new Promise<void>((done) => {
        if (fired.length >= count) done();
        else waiting.push({ count, done });
      }),
  };
};

/** What all timers promise. Each adapter's spec is one call of this function. */
export const itWakesInTime = (name: string, open: () => Promise<OpenedTimers>) =>
  describe(`${name} wakes in time`, () => {
    let opened!: OpenedTimers;
    let seen!: ReturnType<typeof firings>;
    const timer = (id: string, inMs: number): Timer => ({
      id,
      at: new Date(opened.now() + inMs).toISOString(),
      payload: { for: id },
    });

    beforeEach(async () => {
      opened = await open();
      seen = firings(opened.now);
    }, 60_000);
    afterEach(() => opened.timers.close());

    const start = (handler: (timer: Timer) => void = seen.record) =>
      opened.timers.onDue(async (timer) => {
        handler(timer);
      });

    it('fires what is overdue at once, with what it was given', async () => {
      start();
      await opened.timers.schedule(timer('kepahiang.mutation-1#release#1@x', -60_000));
      await opened.pass(1);
      await seen.until(1);
      expect(seen.fired[0]).toMatchObject({
        id: 'kepahiang.mutation-1#release#1@x',
        payload: { for: 'kepahiang.mutation-1#release#1@x' },
      });
    });

    it('takes any id, a number or one with colons', async () => {
      start();
      await opened.timers.schedule(timer('17', -1), timer('a:b', -1));
      await opened.pass(1);
      await seen.until(2);
      expect(seen.ids().sort()).toEqual(['17', 'a:b']);
    });

    it('fires the overdue in the order in which they were set', async () => {
      start();
      const ids = Array.from({ length: 12 }, (_, index) => `late-${index}`);
      await opened.timers.schedule(...ids.map((id, index) => timer(id, -1_000 + index)));
      await opened.pass(1);
      await seen.until(ids.length);
      expect(seen.ids()).toEqual(ids);
    });

    it('never fires early', async () => {
      start();
      const later = timer('later', 300);
      await opened.timers.schedule(later);
      await opened.pass(299);
      expect(seen.fired.filter(({ at }) => at < Date.parse(later.at))).toEqual([]);
      await opened.pass(1);
      await seen.until(1);
      expect(seen.fired[0]?.at).toBeGreaterThanOrEqual(Date.parse(later.at));
    });

    it('takes an id that is pending for the same timer', async () => {
      start();
      await opened.timers.schedule(timer('twice', 2_000));
      await opened.timers.schedule(timer('twice', 2_000));
      await opened.timers.schedule(timer('after', 2_250));
      await opened.pass(2_250);
      await seen.until(2);
      expect(seen.ids()).toEqual(['twice', 'after']);
    });

    it('lets an id be used again once it has fired', async () => {
      start();
      await opened.timers.schedule(timer('again', -1));
      await opened.pass(1);
      await seen.until(1);
      const setAgain = async (left: number): Promise<void> => {
        await opened.timers.schedule(timer('again', -1));
        await opened.pass(1);
        // The first may still be on its way out of the queue: the sweeper, too, simply sets it again.
        const woken = await Promise.race([seen.until(2).then(() => true), new Promise((done) => setTimeout(done, 50, false))]);
        if (!woken && left > 0) await setAgain(left - 1);
      };
      await setAgain(100);
      expect(seen.ids().slice(0, 2)).toEqual(['again', 'again']);
    });

    it('tries again when the handler fails', async () => {
      let failures = 1;
      start((timer) => {
        if (failures-- > 0) throw new Error('the store is away');
        seen.record(timer);
      });
      await opened.timers.schedule(timer('hard', -1));
      await opened.pass(1);
      await opened.pass(10_000);
      await seen.until(1);
      expect(seen.ids()).toEqual(['hard']);
    });

    it('has one handler: the last one named', async () => {
      start(() => {
        throw new Error('this one was replaced');
      });
      start();
      await opened.timers.schedule(timer('once', -1));
      await opened.pass(1);
      await seen.until(1);
      expect(seen.ids()).toEqual(['once']);
    });

    it('forgets everything when cleared, and can be filled again', async () => {
      start();
      // Far enough away for the slowest machine. Had `kept` not been forgotten, it could not be set to be earlier.
      await opened.timers.schedule(timer('forgotten', 60_000), timer('kept', 60_000));
      await opened.timers.clear();
      await opened.timers.schedule(timer('kept', 400));
      await opened.pass(60_000);
      await seen.until(1);
      expect(seen.ids()).toEqual(['kept']);
    });
  });

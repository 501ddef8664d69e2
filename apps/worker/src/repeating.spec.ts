import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openLog } from '@app/platform';
import { Closing } from './closing.js';
import { repeating } from './repeating.js';

describe('what a worker does again and again', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const opened = () => {
    const log = openLog('silent');
    const said: unknown[] = [];
    jest.spyOn(log, 'error').mockImplementation((_: unknown, text?: unknown) => void said.push(text));
    return { log, said, closing: new Closing(() => undefined) };
  };
  const minute = () => jest.advanceTimersByTimeAsync(60_000);

  it('is not begun beside itself, and goes on when it has ended', async () => {
    const { log, closing } = opened();
    const ends: (() => void)[] = [];
    const run = () => new Promise<void>((resolve) => void ends.push(resolve));
    repeating({ log, closing }, { what: 'mail', failed: 'no mail', everyMs: 60_000, run });
    await minute();
    await minute();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await minute();
    expect(ends).toHaveLength(2);
  });

  it('says what failed, tries again, and is silent once the process closes', async () => {
    const { log, closing, said } = opened();
    let tries = 0;
    const run = async () => {
      tries += 1;
      if (tries === 3) await closing.close();
      throw new Error('the database is gone');
    };
    repeating({ log, closing }, { what: 'mail', failed: 'no mail', everyMs: 60_000, run });
    for (let n = 0; n < 5; n += 1) await minute();
    expect([tries, said]).toEqual([3, ['no mail', 'no mail']]);
  });

  it('is done at once as well where it says so, and fails then no louder than later', async () => {
    const { log, closing, said } = opened();
    const tries: string[] = [];
    const failing = (what: string) => async () => {
      tries.push(what);
      throw new Error('the database is gone');
    };
    const [now, later] = ['now', 'later'].map((what) => ({ what, failed: `not ${what}`, everyMs: 60_000, run: failing(what) }));
    if (now) repeating({ log, closing }, { ...now, atOnce: true });
    if (later) repeating({ log, closing }, later);
    await jest.advanceTimersByTimeAsync(0);
    expect([tries, said]).toEqual([['now'], ['not now']]);
    await minute();
    expect(tries).toEqual(['now', 'now', 'later']);
  });
});

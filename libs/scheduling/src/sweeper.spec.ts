import { MemoryTimers } from './adapters/memory.js';
import { BusinessClock } from './business-clock.js';
import { type DueInstant, DueInstants, Sweeper } from './sweeper.js';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-02T02:00:00.000Z');
const inHours = (hours: number) => new Date(start + hours * HOUR).toISOString();

/** A world in memory: rows that are due, real time turned by hand. */
const world = (...rows: DueInstant[]) => {
  const due = new Map(rows.map((row) => [row.id, row]));
  const timers = new MemoryTimers(start);
  const clock = new BusinessClock('Asia/Jakarta', timers.now);
  const fired: string[] = [];
  const lateness: number[] = [];
  class Rows extends DueInstants {
    override async due(until: string) {
      return [...due.values()].filter(({ at }) => at <= until).sort((a, b) => a.at.localeCompare(b.at));
    }
  }
  let changesNothing = false;
  const open = () => {
    return new Sweeper({
      timers,
      clock,
      instants: new Rows(),
      real: timers.now,
      fire: async ({ id }) => {
        fired.push(id);
        if (!changesNothing) due.delete(id);
      },
      onFired: (seconds) => lateness.push(seconds),
    });
  };
  return { timers, clock, fired, lateness, open, due, changeNothing: () => (changesNothing = true) };
};

/** Looks, then lets time pass. */
const running = async (sweeper: Sweeper, work: () => Promise<void>) => {
  sweeper.start();
  await sweeper.sweep();
  try {
    await work();
  } finally {
    await sweeper.stop();
  }
};

describe('the sweeper', () => {
  it('gives the timers only what falls due within 48 hours', async () => {
    const { timers, open } = world({ id: 'soon', at: inHours(47) }, { id: 'far', at: inHours(49) });
    await running(open(), async () => {
      expect(timers.pending.map(({ payload }) => payload['id'])).toEqual(['soon']);
    });
  });

  it('fires at the instant, not before', async () => {
    const { timers, open, fired, lateness } = world({ id: 'a', at: inHours(1) });
    await running(open(), async () => {
      await timers.advance(HOUR - 1);
      expect(fired).toEqual([]);
      await timers.advance(1);
      expect(fired).toEqual(['a']);
      expect(lateness).toEqual([0]);
    });
  });

  it('sets everything again after all jobs were deleted and the process was restarted, and fires it once', async () => {
    const { timers, open, fired } = world({ id: 'a', at: inHours(1) }, { id: 'b', at: inHours(2) });
    await running(open(), async () => {});
    await timers.clear();
    await running(open(), async () => {
      await timers.advance(HOUR);
      await timers.advance(HOUR);
    });
    expect(fired).toEqual(['a', 'b']);
  });

  it('notices within a quarter of a minute that the queue was emptied under it', async () => {
    const { timers, open, fired } = world({ id: 'a', at: inHours(1) });
    const sweeper = open();
    await running(sweeper, async () => {
      await timers.clear();
      await timers.advance(15_001);
      await sweeper.sweep();
      await timers.advance(HOUR);
    });
    expect(fired).toEqual(['a']);
  });

  it('fires at a jump of the clock what has become due, oldest first', async () => {
    const { timers, clock, open, fired, lateness } = world(
      { id: 'later', at: inHours(300) },
      { id: 'sooner', at: inHours(20) },
      { id: 'not yet', at: inHours(900) },
    );
    const sweeper = open();
    await running(sweeper, async () => {
      clock.follow(400 * HOUR);
      await sweeper.sweep();
      await timers.fireDue();
    });
    expect(fired).toEqual(['sooner', 'later']);
    expect(lateness).toEqual([0, 0]);
  });

  it('does not spin on what stays due although it was fired', async () => {
    const { timers, open, fired, changeNothing } = world({ id: 'stubborn', at: inHours(-1) });
    changeNothing();
    const sweeper = open();
    await running(sweeper, async () => {
      for (let second = 0; second < 120; second += 5) {
        await timers.advance(5_000);
        await sweeper.sweep();
      }
    });
    expect(fired.length).toBeGreaterThanOrEqual(3);
    expect(fired.length).toBeLessThanOrEqual(5);
  });

  it('says by how many seconds it was late when the process was down', async () => {
    const { timers, open, fired, lateness } = world({ id: 'a', at: inHours(-2) });
    await running(open(), async () => {
      await timers.fireDue();
    });
    expect(fired).toEqual(['a']);
    expect(lateness).toEqual([7_200]);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { hasRedis } from '../../support/redis.js';
import { FrontDoor } from './front-door.js';
import { Installation } from './installation.js';
import { Ledger } from './ledger.js';
import { Load } from './load.js';
import type { Member } from './member.js';
import { longestSeconds, perSecond, say, skippedWithoutRedis } from './run.js';

(hasRedis() ? describe : describe.skip)('two apis and two workers restarted one after the other under load', () => {
  let all: Installation;
  let door: FrontDoor;
  let load: Load;
  let ledger: Ledger;
  /** What the readiness of each said while it was ending, and its exit code. */
  const ends = new Map<string, Readonly<{ readiness: ReadonlySet<string>; code: number | null }>>();

  /** Asks on connections of its own, as a load balancer does, until nobody is there any more. */
  const readinessOf = async (member: Member, said: Set<string>): Promise<void> => {
    for (;;) {
      const answer = await fetch(`${member.url}/health/ready`, { headers: { connection: 'close' } }).catch(() => undefined);
      if (!answer) return;
      const body = await answer.text().catch(() => '');
      said.add(`${answer.status}${body.includes('draining') ? ' draining' : ''}`);
      await pause(20);
    }
  };

  const restart = async (member: Member) => {
    const readiness = new Set<string>();
    const ended = member.terminate();
    await readinessOf(member, readiness);
    ends.set(member.name, { readiness, code: await ended });
    await member.start();
    await load.further(perSecond);
  };

  beforeAll(async () => {
    all = await Installation.start({ DRAIN_SECONDS: '1' });
    door = new FrontDoor(all.apis);
    load = await Load.prepare(door, perSecond);
    ledger = new Ledger(all.pool, all.tenantName);
    const restartAll = async () => {
      await load.further(perSecond);
      for (const member of all.members) await restart(member);
    };
    const limit = setTimeout(() => load.stop(), longestSeconds * 1000);
    await Promise.all([load.run(), restartAll().finally(() => load.stop())]).finally(() => clearTimeout(limit));
    await ledger.settled();
  }, 600_000);

  afterAll(async () => {
    await all?.stop();
  }, 60_000);

  it('let each end by itself, and say in time that it does', () => {
    const { seconds, writes, perSecond: rate } = load.figures;
    say(`${writes} writes in ${seconds.toFixed(1)} s (${rate.toFixed(1)}/s)`);
    for (const { name, kind } of all.members) {
      const { readiness, code } = ends.get(name) ?? {};
      expect([name, code]).toEqual([name, 0]);
      if (kind === 'api') expect([name, [...(readiness ?? [])]]).toEqual([name, expect.arrayContaining(['503 draining'])]);
    }
  });

  it('failed no request but by a connection to whom was being restarted, and the other then answered', () => {
    expect(door.attempts.filter(({ outcome }) => outcome !== 'cut off' && outcome >= 400)).toEqual([]);
    const cut = door.attempts.filter(({ outcome }) => outcome === 'cut off');
    const unasked = cut.filter(
      ({ member, from, until }) => !all.member(member).absences.some((gone) => from < gone.until && until > gone.from),
    );
    expect(unasked).toEqual([]);
    say(`${cut.length} of ${door.attempts.length} requests found nobody and were asked again at the other`);
    // What had been taken in was answered: a connection is refused, or let go before anything was said on it.
    expect(cut.filter(({ said }) => !/ECONNREFUSED|ECONNRESET|other side closed/.test(said))).toEqual([]);
  });

  it('lost, doubled and told twice nothing', async () => {
    expect(await ledger.wrongLives(load.lives)).toEqual([]);
    expect(await ledger.doubledEvents()).toEqual([]);
    expect(await ledger.doubledNotices()).toEqual([]);
    expect(await ledger.parked()).toEqual([]);
    expect(await ledger.reviewsForEachDecision()).toEqual({ 1: load.lives.length });
    await ledger.delivered();
    // Who ends in his own time finishes the letter that he has in hand.
    expect([...all.mailbox.received].sort()).toEqual([...(await ledger.letters()).keys()].sort());
  }, 200_000);
});

skippedWithoutRedis('two apis and two workers are not restarted');

import { eventually } from '../../support/eventually.js';
import { hasRedis } from '../../support/redis.js';
import { inSteps } from '../../support/steps.js';
import { FrontDoor } from './front-door.js';
import { Installation } from './installation.js';
import { Ledger } from './ledger.js';
import { Load } from './load.js';
import { perSecond, skippedWithoutRedis } from './run.js';

const waiting = 4;
const hour = 3_600_000;

/** The queue is a copy of what the events say is due. Whatever happens to it, a reminder comes, perhaps late, and once. */
(hasRedis() ? describe : describe.skip)('two apis and two workers whose Redis fails', () => {
  let all: Installation;
  let door: FrontDoor;
  let ledger: Ledger;
  let admin: string;
  /** The instants of the reminders before and after the due day, which is the same for all that wait. */
  let before: number;
  let after: number;

  const moveClock = async (to: number) => {
    const body = { to: new Date(to).toISOString() };
    expect((await door.ask('POST', '/demo/clock', { token: admin, body })).status).toBe(200);
  };
  const jobs = (count: number) =>
    eventually(
      () => all.redis.jobs(),
      (found) => found >= count,
      120,
    );
  const cases = async (code: string) => {
    const { rows } = await all.pool.query<{ link: string }>('select link from rm.notices where code = $1', [code]);
    return rows.map(({ link }) => link);
  };
  const isToldOnceEach = async (code: string) => {
    await eventually(
      () => cases(code),
      (links) => links.length >= waiting,
      120,
    );
    await ledger.settled();
    const links = await cases(code);
    expect([links.length, new Set(links).size]).toEqual([waiting, waiting]);
    expect(await ledger.doubledNotices()).toEqual([]);
  };

  beforeAll(async () => {
    all = await Installation.start();
    door = new FrontDoor(all.apis);
    ledger = new Ledger(all.pool, all.tenantName);
    admin = await door.signIn('admin');
    const load = await Load.prepare(door, perSecond);
    for (let n = 0; n < waiting; n += 1) await load.submitted();
    await ledger.settled();
    const { rows } = await all.pool.query<{ code: string; at: string }>(
      `select distinct p->>'code' as code, p->>'at' as at from rm.due_instants, jsonb_array_elements(pending) p where kind = 'stage'`,
    );
    const instantOf = (code: string) => Date.parse(rows.find((row) => row.code.startsWith(code))?.at ?? '');
    [before, after] = [instantOf('before'), instantOf('after')];
  }, 300_000);

  afterAll(async () => {
    await all?.stop();
  }, 60_000);

  const step = inSteps(240);

  step('killed: decisions go on, and reminders wait', async () => {
    await moveClock(before - hour);
    await jobs(waiting);
    await all.redis.kill();
    await moveClock(before + 1000);
    const load = await Load.prepare(door, perSecond);
    await Promise.all([load.run(), load.further(perSecond * 3).finally(() => load.stop())]);
    await ledger.settled();
    expect(door.attempts.filter(({ outcome }) => outcome === 'cut off' || outcome >= 400)).toEqual([]);
    expect(await ledger.reviewsForEachDecision()).toEqual({ 1: load.lives.length });
    expect(await cases('stage-before')).toEqual([]);
  });

  step('still away: a worker says so, ends in its own time, and starts without it', async () => {
    const worker = all.member('worker-1');
    const readiness = () => fetch(`${worker.url}/health/ready`).then(async (answer) => [answer.status, await answer.text()]);
    const [status, said] = await readiness();
    expect([status, said]).toEqual([200, expect.stringContaining('"queue":{"status":"degraded"')]);
    expect(await worker.terminate()).toBe(0);
    await worker.start();
    expect((await readiness())[0]).toBe(200);
  });

  step('back with what it held: every reminder comes, late and once', async () => {
    await all.redis.start();
    await isToldOnceEach('stage-before');
  });

  step('emptied: what is due is in it again by itself, and comes once', async () => {
    await moveClock(after - hour);
    await jobs(waiting);
    await all.redis.flush();
    await jobs(waiting);
    await moveClock(after + 1000);
    await isToldOnceEach('stage-after');
  });

  step('killed and back with nothing: nobody is told anything again', async () => {
    await all.redis.kill();
    all.redis.forget();
    await all.redis.start();
    await moveClock(after + hour);
    await ledger.delivered();
    for (const code of ['stage-before', 'stage-after']) await isToldOnceEach(code);
    const { received } = all.mailbox;
    expect(received.filter((id, n) => received.indexOf(id) !== n)).toEqual([]);
    const { code, output } = await all.alur('verify', '--read-models');
    expect([code, output]).toEqual([0, expect.stringContaining('every read model equals a rebuild')]);
  });
});

skippedWithoutRedis('two apis and two workers were not left without their Redis');

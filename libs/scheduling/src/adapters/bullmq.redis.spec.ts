import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { itWakesInTime } from '../timers.contract.js';
import { redisTimers } from './bullmq.js';

const redisIsHere = () => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    return false;
  }
};

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

if (redisIsHere()) {
  describe('with a Redis server', () => {
    let url = '';
    let stop = () => {};
    let kill = async () => {};
    beforeAll(async () => {
      const port = await freePort();
      const folder = mkdtempSync(join(tmpdir(), 'alur-redis-'));
      const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
        stdio: 'ignore',
      });
      url = `redis://127.0.0.1:${port}`;
      kill = async () => {
        server.kill('SIGKILL');
        await once(server, 'exit');
      };
      stop = () => {
        server.kill();
        rmSync(folder, { recursive: true, force: true });
      };
      const probe = new Redis(url, { maxRetriesPerRequest: null });
      probe.on('error', () => undefined);
      await probe.ping();
      await probe.quit();
    }, 60_000);
    afterAll(() => stop());
    itWakesInTime('BullMQ on Redis', async () => ({
      timers: await redisTimers(url, { queue: `contract-${randomUUID()}` }),
      now: Date.now,
      pass: async () => {},
    }));

    it('say that it is away as soon as it is, and can be let go of; they start without it too', async () => {
      const timers = await redisTimers(url, { queue: `away-${randomUUID()}` });
      timers.onDue(async () => {});
      const timer = { id: 'late', at: new Date(Date.now() + 60_000).toISOString(), payload: {} };
      await timers.schedule(timer);
      expect(timers.isReachable()).toBe(true);
      await kill();
      await expect(timers.schedule(timer)).rejects.toThrow('Redis does not answer');
      expect(timers.isReachable()).toBe(false);
      await timers.close();
      const without = await redisTimers(url, { queue: `away-${randomUUID()}` });
      without.onDue(async () => {});
      await expect(without.schedule(timer)).rejects.toThrow('Redis does not answer');
      await without.close();
    }, 20_000);
  });
} else if (process.env['CI']) {
  it('needs redis-server on PATH', () => {
    throw new Error('redis-server is not on PATH: the contract of the Redis timers cannot be run');
  });
} else {
  it.skip('BullMQ on Redis: redis-server is not on PATH', () => undefined);
}

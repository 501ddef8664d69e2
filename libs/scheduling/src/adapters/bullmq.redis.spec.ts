import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
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
    beforeAll(async () => {
      const port = await freePort();
      const folder = mkdtempSync(join(tmpdir(), 'alur-redis-'));
      const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
        stdio: 'ignore',
      });
      url = `redis://127.0.0.1:${port}`;
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
  });
} else if (process.env['CI']) {
  it('needs redis-server on PATH', () => {
    throw new Error('redis-server is not on PATH: the contract of the Redis timers cannot be run');
  });
} else {
  it.skip('BullMQ on Redis: redis-server is not on PATH', () => undefined);
}

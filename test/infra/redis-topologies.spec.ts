import { randomUUID } from 'node:crypto';
import { redisTimers } from '@app/scheduling/adapters/bullmq';
import { Redis } from 'ioredis';
import { itWakesInTime } from '../../libs/scheduling/src/timers.contract.js';
import { eventually } from '../support/eventually.js';
import { freePort, hasRedis, type RunningRedis, startRedis, startSentinel } from '../support/redis.js';

const asked = async (url: string, ...command: readonly string[]): Promise<string> => {
  const client = new Redis(url);
  try {
    return String(await client.call(command[0] ?? '', ...command.slice(1)));
  } finally {
    client.disconnect();
  }
};

const contract = (name: string, url: () => string) =>
  itWakesInTime(name, async () => ({
    timers: await redisTimers(url(), { queue: `contract-${randomUUID()}` }),
    now: Date.now,
    pass: async () => {},
  }));

/** The contract of timers where Redis is several servers: one of each kind, on this machine. What happens when one dies is not tried. */
(hasRedis() ? describe : describe.skip)('timers on Redis that is', () => {
  describe('watched by a sentinel', () => {
    let master: RunningRedis;
    let sentinel: RunningRedis;

    beforeAll(async () => {
      master = await startRedis('--requirepass', 'secret');
      sentinel = await startSentinel(`sentinel monitor alur 127.0.0.1 ${master.port} 1\nsentinel auth-pass alur secret\n`);
    }, 60_000);
    afterAll(async () => {
      await sentinel?.stop();
      await master?.stop();
    });

    contract('BullMQ on Redis behind a sentinel', () => `redis+sentinel://:secret@127.0.0.1:${sentinel.port}/alur`);
  });

  describe('a cluster', () => {
    let node: RunningRedis;

    beforeAll(async () => {
      const bus = await freePort();
      node = await startRedis('--cluster-enabled', 'yes', '--cluster-port', `${bus}`, '--cluster-announce-ip', '127.0.0.1');
      await asked(node.url, 'CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
      await eventually(
        () => asked(node.url, 'CLUSTER', 'INFO'),
        (info) => info.includes('cluster_state:ok'),
      );
    }, 60_000);
    afterAll(() => node?.stop());

    contract('BullMQ on a cluster of Redis', () => `redis+cluster://127.0.0.1:${node.port}`);
  });
});

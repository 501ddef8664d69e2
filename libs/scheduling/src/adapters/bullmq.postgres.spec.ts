import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { itWakesInTime } from '../timers.contract.js';
import { postgresTimers } from './bullmq.js';

describe('with a PostgreSQL server', () => {
  let database!: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.close());

  itWakesInTime('BullMQ on PostgreSQL', async () => ({
    timers: await postgresTimers(database.connectionString, { queue: `contract-${randomUUID()}` }),
    now: Date.now,
    pass: async () => {},
  }));
});

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '@app/event-store/adapters/pool';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import type { Pool } from 'pg';
import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import { type HttpClient } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const name = 'api-that-is-dropped';
const drops = 12;
const everyMs = 200;
const clerks = 6;

/** A request that did not go through, and what was answered. */
type Failed = Readonly<{ path: string; status: number; code: unknown; retryAfter: string | null }>;

describe('an api whose PostgreSQL lets go of every connection, again and again', () => {
  let database: TestDatabase;
  let pool: Pool;
  let alur: RunningAlur;
  let cast: Cast;
  let caseId: string;
  const failed: Failed[] = [];
  const said: string[] = [];
  let requests = 0;
  let dropped = 0;

  /** Asks the same again, under the same key, while it was not possible. @returns whether it went through */
  const insist = async (path: string, ask: () => ReturnType<HttpClient['get']>): Promise<boolean> => {
    for (let attempts = 0; attempts < 100; attempts += 1) {
      const { status, body, headers } = await ask();
      requests += 1;
      if (status < 400) return true;
      failed.push({ path, status, code: body.at('code').value, retryAfter: headers.get('retry-after') });
      if (status !== 503) return false;
      await pause(50);
    }
    return false;
  };

  /** Reads and writes, until told to stop. Each text is said once, however often it had to be sent. */
  const clerk = async (stop: AbortSignal) => {
    const client = await cast.as('asn');
    while (!stop.aborted) {
      const [text, key] = [`kata ${randomUUID()}`, randomUUID()];
      const comment = () => client.post(`/cases/${caseId}/comments`, { text }, { 'idempotency-key': key });
      if (!(await insist('/comments', comment))) return;
      said.push(text);
      for (const path of ['/inbox?limit=5', '/notifications?limit=5', `/cases/${caseId}`, `/cases/${caseId}/timeline`])
        if (!(await insist(path, () => client.get(path)))) return;
    }
  };

  /** What a fail-over or a restart of PostgreSQL does to those who are connected. */
  const dropAll = async () => {
    const text = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1';
    dropped += (await pool.query(text, [name])).rowCount ?? 0;
  };

  beforeAll(async () => {
    database = await testDatabase();
    pool = openPool({ connectionString: database.connectionString, max: 1, name: 'spec' });
    const DATABASE_URL = `${database.connectionString}?application_name=${name}`; // who it is, in the database's own list
    alur = await startTestAlur({ DATABASE_URL, ALUR_MASTER_KEY: '7'.repeat(64), LOG_LEVEL: 'fatal' });
    cast = new Cast(alur.url);
    const dossier = {
      type: 'current_year',
      from: inDays(20),
      until: inDays(33),
      reason: 'Keperluan keluarga',
      address: 'Jalan Merdeka 1, Kepahiang',
      phone: '0812 3456 7890',
    };
    caseId = ok(await (await cast.as('asn')).post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
    const stop = new AbortController();
    const working = Promise.all(Array.from({ length: clerks }, () => clerk(stop.signal)));
    for (let n = 0; n < drops; n += 1) {
      await pause(everyMs);
      await dropAll();
    }
    stop.abort();
    await working;
  }, 60_000);
  afterAll(async () => {
    await alur?.close();
    await pool?.end();
    await database?.close();
  }, 30_000);

  it('says at worst that it could not, and when to ask again', () => {
    expect(failed.filter(({ status }) => status !== 503)).toEqual([]);
    expect(dropped).toBeGreaterThan(drops);
    expect(requests).toBeGreaterThan(clerks * drops);
    expect(failed.filter(({ code, retryAfter }) => code !== 'store.unavailable' || retryAfter !== '5')).toEqual([]);
  });

  it('recorded each write once that it acknowledged, and nothing else', async () => {
    const timeline = ok(await (await cast.as('asn')).get(`/cases/${caseId}/timeline?limit=200`)).body;
    const texts = JSON.stringify(timeline.value).match(/kata [0-9a-f-]{36}/g) ?? [];
    expect([...texts].sort()).toEqual([...said].sort());
    const { rows } = await pool.query(
      `select count(*)::int as events from es.events where type like '%Comment%' and stream like $1`,
      [`%${caseId}`],
    );
    expect(rows).toEqual([{ events: said.length }]);
  });

  it('is well again by itself, with its read models caught up', async () => {
    const ready = await eventually(
      async () => await (await fetch(`${alur.url}/health/ready`)).text(),
      (text) => JSON.parse(text).status === 'ok',
      10,
    );
    expect(ready).toContain('"ok"');
  });
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

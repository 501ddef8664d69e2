import { type Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { textOf } from '../infra/manifests.js';
import { eventually } from '../support/eventually.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';
import { dropTenant, makeTenant, openTenant, runSql, type Tenant } from '../support/tenants.js';

/** Two api processes and a worker on one database, as a rolling restart finds them. Each is in this process, with pools of its own. */
describe('several processes on one database', () => {
  let server: TestDatabase;
  let tenant: Tenant;
  let first: Awaited<ReturnType<typeof openTenant>>;
  let second: RunningAlur;
  let cast: Cast;

  beforeAll(async () => {
    server = await testDatabase();
    tenant = await makeTenant(server.connectionString, 'kaur');
    first = await openTenant(tenant, { DRAIN_SECONDS: '2' });
    second = await startTestAlur(tenant.settings);
    cast = new Cast(first.url);
  }, 180_000);

  afterAll(async () => {
    await second?.close();
    await first?.close();
    await dropTenant(server.connectionString, tenant);
    await server?.close();
  }, 60_000);

  const readiness = async (url: string, agent?: Agent): Promise<Readonly<{ status: number; body: string }>> => {
    const asked = request(`${url}/health/ready`, { agent }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]; // what the event carries
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  };

  it('share sessions and keys: what one has let in or done, the other knows', async () => {
    const head = await cast.as('kepala.asal');
    const there = (path: string, init: RequestInit) =>
      fetch(`${second.url}/api${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${head.token}`, 'content-type': 'application/json' },
      });
    expect((await there('/me', {})).status).toBe(200);
    const unit = await cast.agencyOf('kepala.asal');
    const employeeId = (await head.get(`/employees?unit=${unit}&limit=200`)).body.list('items').at(-1)?.text('id');
    const [post] = await cast.vacantPostsOf('kepala.tujuan');
    const body = { moveType: 'INTERNAL_ROTATION', employeeId, targetPositionId: post?.text('id'), reason: 'Kebutuhan' };
    const one = ok(await head.post('/proposals', body, { 'idempotency-key': 'k' }), 201);
    const two = await there('/proposals', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'idempotency-key': 'k' },
    });
    expect([two.status, Object(await two.json()).id]).toEqual([201, one.body.text('id')]);
  }, 30_000);

  it('do once between them what both are sent at the same moment, and answer the same', async () => {
    const admin = await cast.as('admin');
    const sent = (url: string, n: number) =>
      fetch(`${url}/api/tokens`, {
        method: 'POST',
        body: JSON.stringify({ name: `token ${n}` }),
        headers: {
          ...{ authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
          'idempotency-key': `both ${n}`,
        },
      });
    const many = Array.from({ length: 10 }, (_, n) => n);
    const answers = await Promise.all(many.map((n) => Promise.all([sent(first.url, n), sent(second.url, n)])));
    for (const both of answers) {
      expect(both.map(({ status }) => status)).toEqual([201, 201]);
      const [one, other] = await Promise.all(both.map((answer) => answer.text()));
      expect(one).toBe(other);
    }
    expect(ok(await admin.get('/tokens')).body.list('items')).toHaveLength(many.length);
  }, 30_000);

  it('say that they are degraded while a read model has stopped, and that they are well when it goes on', async () => {
    expect(await readiness(second.url)).toMatchObject({ status: 200, body: expect.stringContaining('"status":"ok"') });
    const incident = { eventType: 'Spoiled', position: '1', error: 'TypeError', at: new Date().toISOString() };
    const set = (value: string) =>
      runSql(tenant.databaseUrl, `update rm.projections set incident = ${value} where name = 'staffing_units' and live`);
    await set(`'${JSON.stringify(incident)}'`);
    const stopped = await readiness(second.url);
    expect([stopped.status, stopped.body]).toEqual([200, expect.stringContaining('stopped: staffing_units')]);
    expect(stopped.body).toContain('"status":"degraded"');
    await set('null');
    expect((await readiness(second.url)).body).not.toContain('degraded');
  });

  it('say in figures whatever the dashboard and the alerts ask for', async () => {
    const figures = await Promise.all([first.url, first.workerUrl].map(async (url) => (await fetch(`${url}/metrics`)).text()));
    const exposed = new Set(
      figures
        .join('\n')
        .match(/^# TYPE \S+/gm)
        ?.map((line) => line.slice('# TYPE '.length)),
    );
    for (const file of ['infra/grafana/dashboards/alur.json', 'infra/prometheus/alerts.yml']) {
      const asked = textOf(file).match(/\b(alur|http|nodejs|process)_\w+/g) ?? [];
      const names = asked.map((name) => name.replace(/_(bucket|count|sum)$/, ''));
      expect([file, [...new Set(names)].filter((name) => !exposed.has(name))]).toEqual([file, []]);
      expect(names.length).toBeGreaterThan(5);
    }
    const worker = await readiness(first.workerUrl);
    expect([worker.status, worker.body]).toEqual([200, expect.stringContaining('"policies"')]);
    expect((await fetch(`${first.workerUrl}/api/me`)).status).toBe(404);
  });

  it('one that is told to end finishes what it is answering, says that it is not ready, and lets go of the live feed', async () => {
    const sekda = await cast.as('sekda');
    const feed = await fetch(`${first.url}/api/events`, { headers: { authorization: `Bearer ${sekda.token}` } });
    const heard = feed.text();
    const slow: ClientRequest = request(`${first.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 41 },
    });
    slow.write('{"username":"asn",');
    const answered = once(slow, 'response') as Promise<[IncomingMessage]>; // what the event carries
    await pause(50); // it has to be on its way

    const closed = first.close();
    const draining = await readiness(first.url);
    expect([draining.status, draining.body]).toEqual([503, expect.stringContaining('draining')]);
    expect((await sekda.get('/me')).status).toBe(200); // whoever still comes is still served
    expect(await heard).toContain('retry:');
    slow.end('"password":"kepahiang"}');
    const [answer] = await answered;
    expect(answer.statusCode).toBe(201);
    answer.resume();
    await closed;
    await expect(fetch(`${first.url}/health/live`)).rejects.toThrow();
  }, 60_000);

  it('the other has taken over its duties: read models go on within ten seconds', async () => {
    const there = new Cast(second.url);
    const comment = { reason: 'Kebutuhan organisasi' };
    const head = await there.as('kepala.asal');
    const [draft] = (await head.get('/proposals')).body.list('items');
    const changed = ok(await head.patch(`/proposals/${draft?.text('id')}`, comment));
    // A read waits for what was written, five seconds at most: nobody moved the read models on but the one that is left.
    const { status } = await eventually(
      () => head.get('/proposals'),
      (answer) => answer.status === 200,
      10,
    );
    expect([status, changed.headers.get('x-position')]).toEqual([200, expect.stringMatching(/^\d+$/)]);
  }, 30_000);
});

import { Redis } from 'ioredis';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { openPool } from '@app/event-store/adapters/pool';
import { CaseDriver, ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import { type HttpClient } from '../support/http-client.js';
import { submitProposals } from '../support/proposals.js';
import { hasRedis, type RunningRedis, startRedis } from '../support/redis.js';
import { startTestAlur } from '../support/running-alur.js';
import { dropTenant, makeTenant, openTenant, type Tenant } from '../support/tenants.js';

const uuids = (text: string): readonly string[] => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];

/** Every list and page that a person can ask for. */
const pages = [
  '/me',
  '/inbox',
  '/inbox?view=done',
  '/proposals?limit=200',
  '/employees?limit=200',
  '/positions?limit=200',
  '/units?limit=200',
  '/obligations?limit=200',
  '/notifications?limit=200',
  '/audit/reviews?limit=200',
  '/mail/outbox?limit=200',
  '/substitutes',
  '/tokens',
  '/projections',
] as const;
const roles = ['kepala.asal', 'kepala.tujuan', 'asn', 'verifikator', 'kepala.bkpsdm', 'sekda', 'bupati', 'auditor', 'admin'];

type Walked = Readonly<{ ids: ReadonlySet<string>; answers: ReadonlyMap<string, string> }>;

/** Walks through everything that an installation's people can see. */
const walk = async (cast: Cast): Promise<Walked> => {
  const answers = new Map<string, string>();
  for (const role of roles)
    for (const page of pages) {
      const { status, body } = await (await cast.as(role)).get(page);
      if (status === 200) answers.set(`${role} ${page}`, JSON.stringify(body.value));
    }
  return { ids: new Set(uuids([...answers.values()].join())), answers };
};

/** Two governments on one PostgreSQL and one Redis, each with api and worker; each tries to get at what is the other's. */
describe('two governments on the same servers', () => {
  let server: TestDatabase;
  let redis: RunningRedis | undefined;
  let tenants: readonly [lebong: Tenant, seluma: Tenant];
  let lebong: Awaited<ReturnType<typeof openTenant>>;
  let seluma: Awaited<ReturnType<typeof openTenant>>;
  let own: Cast;
  let other: Cast;
  let cases: readonly string[];
  let secrets: Walked;

  beforeAll(async () => {
    server = await testDatabase();
    redis = hasRedis() ? await startRedis() : undefined;
    const queue: Readonly<Record<string, string>> = redis ? { REDIS_URL: redis.url } : {};
    tenants = [await makeTenant(server.connectionString, 'lebong'), await makeTenant(server.connectionString, 'seluma')];
    lebong = await openTenant(tenants[0], queue);
    seluma = await openTenant(tenants[1], queue);
    [own, other] = [new Cast(lebong.url), new Cast(seluma.url)];
    // Something in every table of the first: cases with papers, decisions, reviews, notices, due instants, mail, a token.
    cases = await submitProposals(await own.as('kepala.asal'), await own.agencyOf('kepala.tujuan'), 2);
    await new CaseDriver(own).decide('kepala.tujuan', cases[0] ?? '', 'acceptance', 'approve');
    ok(await (await own.as('kepala.asal')).post('/tokens', { name: 'siasn' }), 201);
    await eventually(
      async () => (await (await own.as('auditor')).get('/audit/reviews')).body.list('items').length,
      (count) => count > 0,
    );
    secrets = await walk(own);
  }, 240_000);

  afterAll(async () => {
    await seluma?.close();
    await lebong?.close();
    for (const tenant of tenants ?? []) await dropTenant(server.connectionString, tenant);
    await redis?.stop();
    await server?.close();
  }, 60_000);

  const caseOf = () => cases[0] ?? '';

  it('list, search and count nothing of each other', async () => {
    expect(secrets.ids.size).toBeGreaterThan(500);
    const seen = await walk(other);
    expect(seen.answers.size).toBeGreaterThan(40);
    expect([...seen.ids].filter((id) => secrets.ids.has(id))).toEqual([]);
    for (const role of ['kepala.asal', 'kepala.tujuan', 'verifikator'])
      expect([role, (await (await other.as(role)).get('/proposals')).body.list('items')]).toEqual([role, []]);
    expect((await (await other.as('kepala.tujuan')).get('/inbox')).body.list('items')).toEqual([]);
    const hr = await other.as('verifikator');
    for (const id of [caseOf(), ...[...secrets.ids].slice(0, 5)])
      expect((await hr.get(`/employees?query=${id}`)).body.list('items')).toEqual([]);
  }, 120_000);

  it('read nothing by an id that belongs to the other: it is as one that nobody has', async () => {
    const nobody = '01890000-0000-7000-8000-000000000000';
    const paper = (await (await own.as('kepala.asal')).get(`/proposals/${caseOf()}`)).body
      .list('checklist')
      .find((row) => row.at('document').value !== null);
    const places = (id: string, document: string) => [
      `/proposals/${id}`,
      `/proposals/${id}/timeline`,
      `/proposals/${id}/eligibility`,
      `/proposals/${id}/documents/${document}`,
      `/proposals/${id}/decree.pdf`,
      `/units/${id}/position-map`,
      `/units/${id}/performance`,
      `/imports/${id}`,
    ];
    const [theirs, invented] = [places(caseOf(), paper?.text('document', 'id') ?? nobody), places(nobody, nobody)];
    for (const role of ['kepala.asal', 'verifikator', 'auditor', 'admin']) {
      const client = await other.as(role);
      for (const [n, path] of theirs.entries()) {
        const [one, two] = [await client.get(path), await client.get(invented[n] ?? '')];
        expect([role, path, one.status, one.body.at('code').value]).toEqual([role, path, two.status, two.body.at('code').value]);
        expect(one.status).toBeGreaterThanOrEqual(400);
      }
    }
  }, 60_000);

  it('change nothing by an id that belongs to the other', async () => {
    const before = JSON.stringify((await (await own.as('kepala.asal')).get(`/proposals/${caseOf()}`)).body.value);
    const attempts: readonly (readonly [role: string, path: string, body: unknown])[] = [
      ['kepala.tujuan', `/proposals/${caseOf()}/decisions`, { stage: 'acceptance', verdict: 'approve', reason: 'Sesuai' }],
      ['kepala.asal', `/proposals/${caseOf()}/submission`, {}],
      ['kepala.asal', `/proposals/${caseOf()}/withdrawal`, { reason: 'Tidak jadi' }],
      ['kepala.asal', `/proposals/${caseOf()}/comments`, { text: 'Halo' }],
    ];
    for (const [role, path, body] of attempts) {
      const { status } = await (await other.as(role)).post(path, body);
      expect([path, status]).toEqual([path, 404]);
    }
    const { employeeId, postId } = await peopleAndPosts();
    const stolen = await (
      await other.as('kepala.asal')
    ).post('/proposals', { moveType: 'INTERNAL_ROTATION', employeeId, targetPositionId: postId, reason: 'Kebutuhan' });
    expect(stolen.status).toBeGreaterThanOrEqual(400);
    expect(stolen.status).toBeLessThan(500);
    expect(JSON.stringify((await (await own.as('kepala.asal')).get(`/proposals/${caseOf()}`)).body.value)).toBe(before);
  }, 60_000);

  const peopleAndPosts = async () => {
    const head = await own.as('kepala.asal');
    const employeeId = (await head.get('/employees?limit=1')).body.text('items', 0, 'id');
    const [post] = await own.vacantPostsOf('kepala.tujuan');
    return { employeeId, postId: post?.text('id') ?? '' };
  };

  it('let nobody in with a session or a token of the other', async () => {
    const session = (await own.as('kepala.asal')).token ?? '';
    const token = ok(await (await own.as('admin')).post('/tokens', { name: 'laporan' }), 201).body.text('token');
    for (const stolen of [session, token]) {
      const asked = (url: string, headers: Readonly<Record<string, string>>) => fetch(`${url}/api/me`, { headers });
      expect((await asked(lebong.url, { authorization: `Bearer ${stolen}` })).status).toBe(200);
      expect((await asked(seluma.url, { authorization: `Bearer ${stolen}` })).status).toBe(401);
      expect((await asked(seluma.url, { cookie: `alur_session=${stolen}` })).status).toBe(401);
    }
  });

  it('page by a cursor of the other through nothing but what is theirs', async () => {
    const page = (await (await own.as('verifikator')).get('/employees?limit=5')).body;
    const cursor = page.text('nextCursor');
    const next = await (await other.as('verifikator')).get(`/employees?limit=5&cursor=${cursor}`);
    expect(next.status).toBe(200);
    expect(uuids(JSON.stringify(next.body.value)).filter((id) => secrets.ids.has(id))).toEqual([]);
    expect((await (await other.as('verifikator')).get('/employees?cursor=bGVib25n')).status).toBe(400);
  });

  it('hear nothing of each other in the live feed', async () => {
    const listen = async (url: string, client: HttpClient) => {
      const ending = new AbortController();
      const heard: string[] = [];
      const response = await fetch(`${url}/api/events`, {
        headers: { authorization: `Bearer ${client.token}` },
        signal: ending.signal,
      });
      const reading = (async () => {
        for await (const chunk of response.body ?? []) heard.push(Buffer.from(chunk).toString());
      })().catch(() => undefined);
      return { data: () => heard.join('').match(/^data: .*$/gm) ?? [], end: async () => (ending.abort(), reading) };
    };
    const [ears, theirs] = [await listen(seluma.url, await other.as('sekda')), await listen(lebong.url, await own.as('sekda'))];
    const comment = { text: 'Mohon dilengkapi' };
    ok(await (await own.as('kepala.asal')).post(`/proposals/${cases[1]}/comments`, comment));
    await eventually(
      async () => theirs.data().length,
      (count) => count > 0,
    );
    expect(ears.data()).toEqual([]);
    await Promise.all([ears.end(), theirs.end()]);
  }, 60_000);

  it('use the same key for a request without meeting in it', async () => {
    const draft = async (cast: Cast) => {
      const head = await cast.as('kepala.asal');
      const unit = await cast.agencyOf('kepala.asal');
      const employeeId = (await head.get(`/employees?unit=${unit}&limit=200`)).body.list('items').at(-1)?.text('id');
      const [post] = await cast.vacantPostsOf('kepala.tujuan');
      const body = { moveType: 'INTERNAL_ROTATION', employeeId, targetPositionId: post?.text('id'), reason: 'Kebutuhan' };
      return head.post('/proposals', body, { 'idempotency-key': 'the-same' });
    };
    const [one, two] = [await draft(own), await draft(other)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.text('id')).not.toBe(two.body.text('id'));
  });

  describe('below the API', () => {
    it('one’s role does not get into the other’s database', async () => {
      const stolen = new URL(tenants[1].databaseUrl);
      stolen.pathname = `/${tenants[0].name}`;
      const pool = openPool({ connectionString: stolen.href, max: 1, name: 'spec' });
      await expect(pool.query('select count(*) from es.events')).rejects.toThrow(/permission denied for database/);
      await pool.end();
    });

    it('a process that says it is another tenant does not start on the database, whatever else it was given', async () => {
      const wrong = startTestAlur({ ...tenants[0].settings, TENANT: tenants[1].name });
      await expect(wrong).rejects.toThrow(`This database belongs to the tenant ${tenants[0].name}`);
    });

    it('every stream and every event bears the name of its tenant', async () => {
      for (const { name, databaseUrl } of tenants) {
        const pool = openPool({ connectionString: databaseUrl, max: 1, name: 'spec' });
        const { rows } = await pool.query(
          `select count(*)::int as foreign from es.events
           where not starts_with(stream, $1 || '.') or metadata->>'tenant' is distinct from $1`,
          [name],
        );
        await pool.end();
        expect(rows).toEqual([{ foreign: 0 }]);
      }
    });

    (hasRedis() ? it : it.skip)('every key of the queue in Redis is one tenant’s', async () => {
      const client = new Redis(redis?.url ?? '');
      const keys = await client.keys('*');
      await client.quit();
      const queues = tenants.map(({ name }) => `bull:alur-${name}:`);
      expect(keys.filter((key) => !queues.some((queue) => key.startsWith(queue)))).toEqual([]);
      for (const queue of queues) expect(keys.some((key) => key.startsWith(queue))).toBe(true);
    });

    it('papers are found by their hash in the database of their tenant alone', async () => {
      const stored = async ({ databaseUrl }: Tenant) => {
        const pool = openPool({ connectionString: databaseUrl, max: 1, name: 'spec' });
        const { rows } = await pool.query<{ hash: string }>('select sha256 as hash from app.blobs');
        await pool.end();
        return rows.map(({ hash }) => hash);
      };
      const [here, there] = [await stored(tenants[0]), await stored(tenants[1])];
      expect(here.length).toBeGreaterThan(0);
      expect(there).toEqual([]);
    });
  });
});

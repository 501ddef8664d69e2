import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { CaseDriver, ok, pdf } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

/** What came of the same request, sent three times under one key: twice at once, and once more. */
const thrice = async (send: (key: Readonly<Record<string, string>>) => Promise<Answer>, status = 200): Promise<Answer> => {
  const key = { 'idempotency-key': randomUUID() };
  const [first, ...more] = [...(await Promise.all([send(key), send(key)])), await send(key)].map((answer) => ok(answer, status));
  if (!first) throw new Error('nothing was answered');
  for (const { body, headers } of more) {
    expect(body.value).toEqual(first.body.value);
    expect(headers.get('x-position')).toBe(first.headers.get('x-position'));
  }
  return first;
};

/** Requests that are no command of one stream alone, or whose answer is of a world that goes on. */
describe('the same request under the same key', () => {
  let alur: RunningAlur;
  let cast: Cast;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
  }, 180_000);

  afterAll(async () => alur?.close(), 30_000);

  const tokens = async (of: HttpClient) => ok(await of.get('/tokens')).body.list('items');

  it('makes one token, tells its secret again, and keeps it nowhere in the clear', async () => {
    const auditor = await cast.as('auditor');
    const made = await thrice((key) => auditor.post('/tokens', { name: 'siasn' }, key), 201);
    expect((await tokens(auditor)).map((token) => token.text('id'))).toEqual([made.body.text('id')]);
    const bearer = { authorization: `Bearer ${made.body.text('token')}` };
    expect(ok(await cast.stranger.get('/me', bearer)).body.text('username')).toBe('auditor');
    await thrice((key) => auditor.delete(`/tokens/${made.body.text('id')}`, key), 204);
    expect((await cast.stranger.get('/me', bearer)).status).toBe(401);

    const pool = openPool({ connectionString: addressOfRunning(alur.dataDir), max: 1, name: 'spec' });
    try {
      const { rows } = await pool.query<{ row: string }>(`select a::text as row from app.answers a
        union all select c::text from app.credentials c`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(made.body.text('token')))).toEqual([]);
    } finally {
      await pool.end();
    }
  });

  it('makes another token for another account, and says so where the secret is told no longer', async () => {
    const key = { 'idempotency-key': 'of two people' };
    const [auditor, regent] = [await cast.as('auditor'), await cast.as('bupati')];
    const one = ok(await auditor.post('/tokens', { name: 'laporan' }, key), 201).body;
    const other = ok(await regent.post('/tokens', { name: 'laporan' }, key), 201).body;
    expect(one.text('token')).not.toBe(other.text('token'));
    const reused = await auditor.post('/tokens', { name: 'lain' }, key);
    expect([reused.status, reused.body.text('code')]).toEqual([422, 'command.id-reused']);

    const pool = openPool({ connectionString: addressOfRunning(alur.dataDir), max: 1, name: 'spec' });
    try {
      await pool.query(`update app.answers set at = now() - interval '25 hours' where secret`);
    } finally {
      await pool.end();
    }
    const late = await auditor.post('/tokens', { name: 'laporan' }, key);
    expect([late.status, late.body.text('code'), late.body.text('id')]).toEqual([409, 'auth.token-already-made', one.text('id')]);
    ok(await auditor.delete(`/tokens/${one.text('id')}`), 204);
    const anew = ok(await auditor.post('/tokens', { name: 'laporan' }, key), 201).body;
    expect([anew.text('id'), anew.text('token') === one.text('token')]).toEqual([one.text('id'), false]);
  });

  it('names a substitute once, and answers as it was recorded', async () => {
    const hr = await cast.as('kepala.bkpsdm');
    const person = await cast.idOf('kepala.tujuan');
    const today = ok(await hr.get('/me')).body.text('today');
    const letter = { office: 'secretary', person, kind: 'substitute', from: today, until: '2026-12-31', letter: '800/77/2026' };
    const named = (await thrice((key) => hr.post('/substitutes', letter, key), 201)).body;
    const own = ok(await hr.get('/substitutes')).body.list('items');
    expect(own.filter((one) => one.text('letter') === '800/77/2026').map((one) => one.value)).toEqual([named.value]);
    ok(await hr.delete(`/substitutes/${named.text('id')}`));
  });

  it('reads those notices that were there the first time, and not what came since', async () => {
    const driver = new CaseDriver(cast);
    const [head, other] = [await cast.as('kepala.asal'), await cast.as('kepala.tujuan')];
    const unread = async () => ok(await head.get('/notifications')).body.number('unread');
    const refused = async () => {
      const post = (await cast.vacantPostsOf('kepala.tujuan'))[0]?.text('id') ?? '';
      const id = await driver.drafted(await cast.idOf('asn'), post);
      await driver.submitted(id);
      const decision = { stage: 'acceptance', verdict: 'reject', reason: 'Tidak ada kebutuhan' };
      ok(await other.post(`/proposals/${id}/decisions`, decision));
      return eventually(unread, (count) => count > 0);
    };
    await refused();
    const key = { 'idempotency-key': 'read' };
    const first = ok(await head.post('/notifications/read-all', {}, key));
    await eventually(unread, (count) => count === 0);
    const since = await refused();
    expect(ok(await head.post('/notifications/read-all', {}, key)).body.value).toEqual(first.body.value);
    expect(await unread()).toBe(since);
  }, 60_000);

  it('attaches a paper once, and says which after it was taken out again', async () => {
    const driver = new CaseDriver(cast);
    const head = await cast.as('kepala.asal');
    const post = (await cast.vacantPostsOf('kepala.tujuan'))[0]?.text('id') ?? '';
    const id = await driver.drafted(await cast.idOf('asn'), post);
    const type = ok(await head.get(`/proposals/${id}`)).body.text('checklist', 0, 'type');
    const attach = (key: Readonly<Record<string, string>>) =>
      head.upload(`/proposals/${id}/documents`, { type }, pdf('once'), key);
    const key = { 'idempotency-key': 'paper' };
    const { body } = ok(await attach(key), 201);
    ok(await head.delete(`/proposals/${id}/documents/${body.text('id')}`));
    expect(ok(await attach(key), 201).body.value).toEqual(body.value);
  });

  it('imports a file once: that it may be imported again is another wish', async () => {
    const hr = await cast.as('verifikator');
    const file = (name: string) => ({
      name: 'unit.csv',
      type: 'text/csv',
      bytes: new TextEncoder().encode(`KODE UNIT,NAMA UNIT,INDUK,JENIS UNIT\nRPT,${name},,OPD\n`),
    });
    const ended = (id: string) =>
      eventually(
        async () => (await hr.get(`/imports/${id}`)).body.at('status').value,
        (status) => status === 'done' || status === 'failed',
      );
    const name = async () => ok(await hr.get('/units?query=Badan%20R')).body.text('items', 0, 'name');
    const once = { 'idempotency-key': 'once' };
    const send = async (named: string, key?: Readonly<Record<string, string>>) => {
      const id = ok(await hr.upload('/imports', {}, file(named), key), 202).body.text('id');
      expect(await ended(id)).toBe('done');
      return id;
    };
    const first = await send('Badan Rintisan', once);
    await send('Badan Rintisan Baru');
    await eventually(name, (found) => found === 'Badan Rintisan Baru');
    expect(await send('Badan Rintisan', once)).toBe(first);
    expect(await name()).toBe('Badan Rintisan Baru');
    const other = await hr.upload('/imports', {}, file('Badan Rintisan Baru'), once);
    expect([other.status, other.body.text('code')]).toEqual([422, 'command.id-reused']);
    await send('Badan Rintisan');
    await eventually(name, (found) => found === 'Badan Rintisan');
  }, 60_000);

  it('begins one rebuild', async () => {
    const admin = await cast.as('admin');
    const rebuilt = await thrice((key) => admin.post('/projections/performance_predicates/rebuild', {}, key), 202);
    const lives = async () => ok(await admin.get('/projections')).body.list('items');
    const [now] = await eventually(
      async () => (await lives()).filter((item) => item.text('name') === 'performance_predicates'),
      (items) => items.length === 1 && items[0]?.text('status') === 'live' && items[0].number('generation') > 1,
    );
    expect(now?.number('generation')).toBe(rebuilt.body.number('generation'));
  });

  it('records a sanction once, and ends a substitution once', async () => {
    const hr = await cast.as('verifikator');
    const employee = ok(await hr.get('/employees?limit=1')).body.text('items', 0, 'id');
    const sanction = { level: 'light', kind: 'Teguran lisan', from: '2026-11-01', letter: '800/81/2026' };
    await thrice((key) => hr.post(`/employees/${employee}/sanctions`, sanction, key), 201);
    const head = await cast.as('kepala.bkpsdm');
    const person = await cast.idOf('kepala.tujuan');
    const today = ok(await head.get('/me')).body.text('today');
    const letter = { office: 'secretary', person, kind: 'substitute', from: today, until: '2026-12-31', letter: '800/82/2026' };
    const id = ok(await head.post('/substitutes', letter), 201).body.text('id');
    ok(await head.get('/substitutes')); // the read model has it
    await thrice((key) => head.delete(`/substitutes/${id}`, key));
  });

  it('drafts a version once, and says which after somebody else has drafted another', async () => {
    const admin = await cast.as('admin');
    const whole = readFileSync('test/support/definitions/errand.yaml', 'utf8');
    const errand = (days: number) => ({ document: whole.replace('workingDays: 10', `workingDays: ${days}`) });
    const key = { 'idempotency-key': 'two days' };
    const first = ok(await admin.post('/definitions/errand/drafts', errand(2), key), 201).body;
    const other = ok(await admin.post('/definitions/errand/drafts', errand(3)), 201).body;
    expect(other.text('hash')).not.toBe(first.text('hash'));
    expect(ok(await admin.post('/definitions/errand/drafts', errand(2), key), 201).body.value).toEqual(first.value);
  });
});

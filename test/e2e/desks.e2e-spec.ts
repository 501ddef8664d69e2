import { Workbook } from 'exceljs';
import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

type Rows = readonly (readonly (string | number)[])[];

const workbook = async (sheets: Readonly<Record<string, Rows>>) => {
  const book = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return { name: 'siasn.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes };
};

const units = (...rows: Rows) => [['KODE UNIT', 'NAMA UNIT', 'INDUK', 'JENIS UNIT'], ...rows];

/** What stands beside the main job: import, read models, substitutes, tokens, the live feed. */
describe('the other desks', () => {
  let alur: RunningAlur;
  let cast: Cast;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
  }, 180_000);

  afterAll(async () => alur?.close(), 30_000);

  it('say what they are in one document', async () => {
    const document = ok(await cast.stranger.get('/openapi.json')).body;
    expect(document.at('paths', '/api/proposals/{id}/decisions', 'post', 'requestBody').value).toBeDefined();
    const welcome = ok(await cast.stranger.get('/welcome')).body;
    expect([welcome.at('demo').value, welcome.list('accounts').length]).toEqual([true, 14]);
  });

  it('take a filter that was left empty for none', async () => {
    const hr = await cast.as('verifikator');
    const unit = ok(await hr.get('/units?kind=&limit=1')).body.text('items', 0, 'id');
    for (const path of [
      '/employees?query=&cursor=',
      '/positions?vacant=true&agency=',
      `/units/${unit}/position-map?asOf=`,
      '/proposals?status=&unit=&cursor=',
      '/audit/reviews?status=',
      '/obligations?kind=evaluation&status=',
      '/inbox?view=&limit=&after=',
    ])
      expect([path, (await hr.get(path)).status]).toEqual([path, 200]);
  });

  it('let a reader wait for a position, for five seconds at most', async () => {
    const { status, body } = await (await cast.as('asn')).send('GET', '/inbox?after=999999999', {});
    expect([status, body.text('code')]).toEqual([504, 'read-models.behind']);
    expect(body.number('lag')).toBeGreaterThan(0);
  }, 15_000);

  it('take nothing over from a file with a bad row, and say which; a good file is taken over, with its progress', async () => {
    const hr = await cast.as('verifikator');
    const bad = await workbook({
      UNIT: units(
        ['E2E', 'Badan Uji Coba', '', 'OPD'],
        ['E2E.1', 'Bidang Uji', 'TIDAK.ADA', 'UNIT'],
        ['E2E.2', 'Bidang Lain', 'E2E', 'RUANG'],
      ),
    });
    const { body } = ok(await hr.upload('/imports?dryRun=true', {}, bad));
    const found = body
      .list('report', 'bad')
      .map((row) => [row.text('sheet'), row.number('row'), row.text('column'), row.text('value')]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['UNIT', 3, 'INDUK', 'TIDAK.ADA'],
        ['UNIT', 4, 'JENIS UNIT', 'RUANG'],
      ]),
    );
    const refused = ok(await hr.upload('/imports', {}, bad), 202).body.text('id');
    const end = await eventually(
      async () => ok(await hr.get(`/imports/${refused}`)).body,
      (progress) => progress.text('status') !== 'running',
    );
    expect([end.text('status'), end.list('report', 'bad').length]).toEqual(['failed', found.length]);
    expect(ok(await hr.get('/units?query=Badan%20Uji')).body.list('items')).toHaveLength(0);

    const good = await workbook({ UNIT: units(['E2E', 'Badan Uji Coba', '', 'OPD']) });
    const id = ok(await hr.upload('/imports', {}, good), 202).body.text('id');
    await eventually(
      async () => ok(await hr.get(`/imports/${id}`)).body.text('status'),
      (status) => status === 'done',
    );
    await eventually(
      async () => ok(await hr.get('/units?query=Badan%20Uji')).body.list('items'),
      (items) => items.length === 1,
    );
    expect((await (await cast.as('asn')).upload('/imports', {}, good)).status).toBe(403);
  }, 60_000);

  it('make a read model again beside the present one', async () => {
    const admin = await cast.as('admin');
    const key = { 'idempotency-key': 'once' };
    const { body } = ok(await admin.post('/projections/staffing_units/rebuild', {}, key), 202);
    const generation = body.number('generation');
    const live = await eventually(
      async () =>
        ok(await admin.get('/projections'))
          .body.list('items')
          .filter((one) => one.text('name') === 'staffing_units'),
      (all) => all.some((one) => one.number('generation') >= generation && one.text('status') === 'live'),
    );
    expect(live.length).toBeGreaterThan(0);
    // The same request again begins no other one.
    expect(ok(await admin.post('/projections/staffing_units/rebuild', {}, key), 202).body.value).toEqual(body.value);
    const after = ok(await admin.get('/projections')).body.list('items');
    expect(after.filter((one) => one.text('status') === 'rebuilding')).toEqual([]);
    expect(ok(await admin.get('/units?kind=district')).body.list('items')).toHaveLength(8);
    expect((await admin.post('/projections/nonsense/rebuild')).body.text('code')).toBe('read-models.unknown');
  }, 60_000);

  it('let the head of HR name a substitute by letter, who then holds the office beside its holder', async () => {
    const hr = await cast.as('kepala.bkpsdm');
    const today = ok(await hr.get('/me')).body.text('today');
    const letter = {
      office: 'secretary',
      person: await cast.idOf('tpk.1'),
      kind: 'daily',
      from: today,
      until: today,
      letter: '800/1/2026',
    };
    const named = ok(await hr.post('/substitutes', letter), 201).body;
    const deputy = await cast.as('tpk.1');
    const held = await eventually(
      async () =>
        ok(await deputy.get('/me'))
          .body.list('offices')
          .find((one) => one.text('office') === 'secretary'),
      (office) => office !== undefined,
    );
    expect([held?.text('kind'), held?.text('onBehalfOf', 'id')]).toEqual(['daily', await cast.idOf('sekda')]);
    expect(
      ok(await hr.get('/substitutes'))
        .body.list('items')
        .map((one) => one.text('letter')),
    ).toContain('800/1/2026');
    const twice = await hr.post('/substitutes', { ...letter, letter: '800/2/2026' });
    expect([twice.status, twice.body.text('code')]).toEqual([409, 'identity.substitute-overlaps']);
    ok(await hr.delete(`/substitutes/${named.text('id')}`));
    await eventually(
      async () => ok(await deputy.get('/me')).body.list('offices'),
      (offices) => !offices.some((one) => one.text('office') === 'secretary'),
    );
  }, 60_000);

  it('know a session by its cookie and an API token by its header, until they end', async () => {
    const answer = await cast.stranger.post('/session', { username: 'auditor', password: 'kepahiang' });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^alur_session=.*HttpOnly.*SameSite=Lax/);
    const session = { cookie: cookie.split(';')[0] ?? '', 'x-requested-with': 'alur' };
    const made = ok(await cast.stranger.post('/tokens', { name: 'laporan' }, session), 201).body;
    const bearer = { authorization: `Bearer ${made.text('token')}` };
    expect(ok(await cast.stranger.get('/me', bearer)).body.text('username')).toBe('auditor');
    expect(
      ok(await cast.stranger.get('/tokens', session))
        .body.list('items')
        .map((one) => one.text('name')),
    ).toEqual(['laporan']);
    expect((await cast.stranger.send('DELETE', `/tokens/${made.text('id')}`, { headers: session })).status).toBe(204);
    expect((await cast.stranger.get('/me', bearer)).status).toBe(401);
    expect((await cast.stranger.send('DELETE', '/session', { headers: session })).status).toBe(204);
    expect((await cast.stranger.get('/me', { cookie: session.cookie })).status).toBe(401);
  });

  it('tell browsers what changed, and never what it says', async () => {
    const token = (await cast.as('admin')).token ?? '';
    const abort = new AbortController();
    const response = await fetch(`${alur.url}/api/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const hr = await cast.as('verifikator');
    const employee = ok(await hr.get('/employees?limit=1')).body.text('items', 0, 'id');
    ok(
      await hr.post(`/employees/${employee}/sanctions`, {
        level: 'light',
        kind: 'Teguran lisan',
        from: '2026-11-01',
        letter: '800/3/2026',
      }),
      201,
    );
    let heard = '';
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (!heard.includes('staffing')) heard += (await reader?.read())?.value ?? '';
    abort.abort();
    expect(heard).not.toContain('Teguran');
    const [data = ''] = heard.split('\n').filter((line) => line.startsWith('data:'));
    expect(Object.keys(JSON.parse(data.slice(5)) as object)).toEqual(['topic', 'position']);
  }, 30_000);

  it('move the clock forward only, to a morning or to an instant', async () => {
    const admin = await cast.as('admin');
    const back = await admin.post('/demo/clock', { to: '2020-01-01' });
    expect([back.status, back.body.text('code')]).toEqual([422, 'clock.backwards']);
    expect((await admin.post('/demo/clock', { to: '2027-02-31' })).status).toBe(400);
    const moved = ok(await admin.post('/demo/clock', { to: '2031-05-06' })).body;
    expect([moved.text('today'), moved.text('now').slice(0, 16)]).toEqual(['2031-05-06', '2031-05-06T01:00']);
    expect(ok(await admin.post('/demo/clock', { to: '2031-05-06T02:00:00Z' })).body.text('today')).toBe('2031-05-06');
  });

  it('answer a list as a workbook that Excel opens, with its filter said', async () => {
    const { status, bytes, headers } = await (await cast.as('verifikator')).bytes('/units?kind=district&format=xlsx');
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="units.xlsx"']);
    const book = new Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(3).getCell(1).text).toContain('kind = district');
    expect(sheet?.rowCount).toBe(4 + 8);
  });
});

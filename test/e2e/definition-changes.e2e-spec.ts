import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const errand = (version: number, superior: string) => `
id: errand
version: ${version}
title: { id: Izin keluar, en: Errand }
initiators: [EMPLOYEE]
repair: { workingDays: 5, onPassed: wait, reminders: [], escalations: [] }
fourEyes: [[submission, decision]]
dossier:
  type: object
  additionalProperties: false
  required: [why]
  properties:
    why: { type: string, minLength: 3 }
stages:
  - key: ${superior}
    kind: approval
    title: { id: Atasan, en: Superior }
    actor: UNIT_HEAD
    verbs: { approve: { reason: optional }, reject: { reason: required } }
    deadline: { workingDays: ${version + 1}, onPassed: wait, reminders: [], escalations: [] }
  - key: decision
    kind: approval
    title: { id: Keputusan, en: Decision }
    actor: HR_HEAD
    verbs: { approve: { reason: optional }, reject: { reason: required } }
`;

/** An approval that changes while its cases run, over HTTP. */
describe('a definition that changes', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let running: string;
  let taken: string;

  const publish = async (document: string): Promise<void> => {
    const [admin, head] = await Promise.all([cast.as('admin'), cast.as('kepala.bkpsdm')]);
    const { body } = ok(await admin.post('/definitions/errand/drafts', { document }), 201);
    const hash = body.text('hash');
    ok(await head.post('/definitions/errand/review', { hash, verdict: 'accept' }));
    ok(await head.post('/definitions/errand/publication', { hash }));
  };
  const begin = async (): Promise<string> => {
    const employee = await cast.as('asn');
    const { body } = ok(await employee.post('/cases', { definition: 'errand', dossier: { why: 'Mengurus berkas' } }), 201);
    ok(await employee.post(`/cases/${body.text('id')}/submission`));
    return body.text('id');
  };
  const change = async (path: string, more: object = {}) =>
    (await cast.as('kepala.bkpsdm')).post(`/definitions/errand/${path}`, { version: 2, ...more });

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    await publish(errand(1, 'superior'));
    [running, taken] = [await begin(), await begin()];
    ok(await (await cast.as('asn')).post(`/cases/${taken}/withdrawal`, { reason: 'Tidak jadi' }));
  }, 180_000);
  afterAll(() => alur.close(), 30_000);

  it('says of a draft what it would have made of closed cases, before it is published', async () => {
    const head = await cast.as('kepala.bkpsdm');
    ok(await head.get('/cases'));
    const { body } = ok(await head.post('/definitions/errand/back-test', { document: errand(2, 'leader') }));
    expect(body.value).toMatchObject({
      cases: 1,
      differing: { path: 1, outcome: 0 },
      items: [{ caseId: taken, wouldBe: { path: ['leader'] } }],
    });
    await publish(errand(2, 'leader'));
  });

  it('says of each running case what would become of it, and changes nothing where one can’t go on', async () => {
    const { body } = ok(await change('migration-preview'));
    expect(body.value).toMatchObject({
      refused: 1,
      items: [{ caseId: running, problems: [{ code: 'unmapped', about: 'superior' }] }],
    });
    const refused = await change('migration', { reason: 'Surat edaran' });
    expect([refused.status, refused.body.text('code')]).toEqual([409, 'definitions.migration-refused']);
    const { body: still } = ok(await (await cast.as('asn')).get(`/cases/${running}`));
    expect(JSON.stringify(still.value)).toContain('"superior"');
  });

  it('lets them go on under the new version as the preview said', async () => {
    const mapping = { superior: 'leader' };
    const { body } = ok(await change('migration-preview', { mapping }));
    expect(body.value).toMatchObject({ refused: 0, items: [{ moves: [{ from: 'superior', to: 'leader', timers: 'kept' }] }] });
    const order = { version: 2, mapping, reason: 'Surat edaran 3/2026' };
    const head = await cast.as('kepala.bkpsdm');
    const send = (wanted: object) => head.post('/definitions/errand/migration', wanted, { 'idempotency-key': 'circular-3' });
    const done = ok(await send(order));
    expect(done.body.value).toEqual({ items: [{ caseId: running, outcome: 'migrated', code: null }] });
    const again = ok(await send(order));
    expect([again.body.value, again.headers.get('x-position')]).toEqual([done.body.value, done.headers.get('x-position')]);
    expect(done.headers.get('x-position')).toMatch(/^\d+$/);
    const other = await send({ ...order, reason: 'Surat edaran 4/2026' });
    expect([other.status, other.body.text('code')]).toEqual([422, 'command.id-reused']);
    const { body: now } = ok(await (await cast.as('asn')).get(`/cases/${running}`));
    expect(JSON.stringify(now.value)).toContain('"leader"');
    expect(ok(await change('migration-preview', { mapping })).body.value).toEqual({ items: [], refused: 0 });
  });

  it('is what the next case begins on as soon as it was said to be published, and no more once it was said to be retired', async () => {
    const versionOf = async () => {
      const id = await begin();
      return ok(await (await cast.as('asn')).send('GET', `/cases/${id}`, {})).body.number('definition', 'version');
    };
    for (const version of [3, 4, 5, 6]) {
      await publish(errand(version, 'leader'));
      expect(await versionOf()).toBe(version);
    }
    ok(await (await cast.as('kepala.bkpsdm')).post('/definitions/errand/retirement', { version: 6, reason: 'Dicabut' }));
    expect(await versionOf()).toBe(5);
  });

  it('is changed by the head of HR, not by who asks', async () => {
    const { status, body } = await (
      await cast.as('asn')
    ).post('/definitions/errand/migration', { version: 2, reason: 'Saya mau' });
    expect([status, body.text('code')]).toEqual([403, 'access.office-needed']);
  });
});

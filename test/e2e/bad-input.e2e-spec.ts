import { CaseDriver, ok, pdf } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import type { Answer } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const answered = ({ status, body }: Answer) => [status, body.at('code').value];

/** What a careless or a curious caller sends: each a clear 4xx, and nothing recorded. */
describe('a bad request', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let driver: CaseDriver;
  let employee: string;
  let target: string;
  /** A draft with its papers, and a submitted case at the stage of acceptance. */
  let draft: string;
  let submitted: string;

  const timelineOf = async (id: string) =>
    ok(await (await cast.as('kepala.asal')).get(`/proposals/${id}/timeline?limit=200`)).body.list('items').length;
  const wish = (more: object = {}) => ({
    moveType: 'INTERNAL_ROTATION',
    employeeId: employee,
    targetPositionId: target,
    reason: 'Kebutuhan organisasi',
    ...more,
  });
  const decision = (more: object = {}) => ({ stage: 'acceptance', verdict: 'approve', reason: 'Dibutuhkan', ...more });

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    driver = new CaseDriver(cast);
    employee = await cast.idOf('asn');
    target = (await cast.vacantPostsOf('kepala.tujuan'))[0]?.text('id') ?? '';
    submitted = await driver.drafted(employee, target);
    await driver.submitted(submitted);
    draft = await driver.drafted(employee, target);
  }, 180_000);

  afterAll(async () => alur?.close(), 30_000);

  it('names every refusal by a stable code, and answers problem+json in the language asked for', async () => {
    const head = await cast.as('kepala.asal');
    const indonesian = await head.post('/proposals', wish({ effectiveDate: '2026-02-31' }));
    expect(indonesian.headers.get('content-type')).toContain('application/problem+json');
    expect(answered(indonesian)).toEqual([400, 'request.invalid']);
    expect([indonesian.body.text('errors', 0, 'field'), indonesian.body.text('errors', 0, 'code')]).toEqual([
      'effectiveDate',
      'field.is-day',
    ]);
    expect(indonesian.body.text('errors', 0, 'message')).toContain('tanggal');
    const english = await head.post('/proposals', wish({ effectiveDate: '2026-02-31' }), { 'accept-language': 'en' });
    expect(english.body.text('errors', 0, 'message')).toContain('day');
  });

  it('is refused where it cannot be stored, is nested without end, or is no form', async () => {
    const head = await cast.as('kepala.asal');
    expect(answered(await head.post('/proposals', wish({ reason: 'a\u0000b' })))).toEqual([400, 'request.invalid']);
    expect(answered(await head.post('/proposals', `{"reason":${'['.repeat(50_000)}${']'.repeat(50_000)}}`))).toEqual([
      400,
      'request.invalid',
    ]);
    expect((await cast.stranger.post('/session', { username: 'a\u0000', password: '\u0000' })).status).toBe(400);
    expect((await head.get('/employees?query=%00')).status).toBe(400);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4';
      const { status } = await head.send('POST', `/proposals/${draft}/documents`, { headers: { 'content-type': type }, body });
      expect(status).toBe(400);
    }
    const forged = Buffer.from('["a","b"]').toString('base64url');
    for (const list of ['/proposals', '/inbox', '/obligations', '/notifications', '/audit/reviews'])
      expect(answered(await head.get(`${list}?cursor=${forged}`))).toEqual([400, 'request.invalid']);
  });

  it('is refused in the same words where its address is none', async () => {
    const { status, body, headers } = await (await cast.as('asn')).send('GET', '/proposals/%', {});
    expect([status, body.text('code')]).toEqual([400, 'request.malformed']);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  it('is refused without a session, with a wrong password, and across sites', async () => {
    expect(answered(await cast.stranger.get('/inbox'))).toEqual([401, 'auth.required']);
    expect(answered(await cast.stranger.post('/session', { username: 'asn', password: 'salah' }))).toEqual([
      401,
      'auth.wrong-credentials',
    ]);
    const token = (await cast.as('asn')).token ?? '';
    expect(answered(await cast.stranger.post('/notifications/read-all', {}, { cookie: `alur_session=${token}` }))).toEqual([
      403,
      'auth.csrf',
    ]);
  });

  describe('at a decision', () => {
    let before: number;
    beforeAll(async () => {
      before = await timelineOf(submitted);
    });
    afterAll(async () => expect(await timelineOf(submitted)).toBe(before));

    const decide = async (username: string, body: unknown) =>
      answered(await (await cast.as(username)).post(`/proposals/${submitted}/decisions`, body));

    it('is refused to the wrong role', async () => {
      expect(await decide('verifikator', decision())).toEqual([403, 'workflow.not-an-actor']);
      expect(await decide('kepala.asal', decision())).toEqual([403, 'workflow.not-an-actor']);
      expect(await decide('asn', decision())).toEqual([403, 'workflow.not-an-actor']);
    });

    it('is answered to who may not know of the case as if it were not there', async () => {
      expect(await decide('tpk.1', decision())).toEqual([404, 'mutation.absent']);
      expect(await decide('admin', decision())).toEqual([404, 'mutation.absent']);
      const stranger = await cast.as('tpk.2');
      for (const path of ['', '/timeline', '/eligibility', '/decree.pdf'])
        expect((await stranger.get(`/proposals/${submitted}${path}`)).status).toBe(404);
      expect(answered(await stranger.post(`/proposals/${submitted}/comments`, { text: 'halo' }))).toEqual([
        404,
        'mutation.absent',
      ]);
      expect((await stranger.get('/proposals/00000000-0000-4000-8000-000000000000')).status).toBe(404);
      const stale = await stranger.post(`/proposals/${submitted}/decisions`, decision(), { 'if-match': '"seen-nowhere"' });
      expect(answered(stale)).toEqual([404, 'mutation.absent']);
    });

    it('is answered so also where it would repeat what another has done', async () => {
      const head = await cast.as('kepala.asal');
      const id = ok(await head.post('/proposals', wish()), 201).body.text('id');
      ok(await head.post(`/proposals/${id}/withdrawal`, { reason: 'Batal' }));
      ok(await head.post(`/proposals/${id}/withdrawal`, { reason: 'Batal' }));
      const again = await (await cast.as('tpk.2')).post(`/proposals/${id}/withdrawal`, { reason: 'Batal' });
      expect(answered(again)).toEqual([404, 'mutation.absent']);
      // It never was more than a draft, so that it stays his.
      for (const username of ['asn', 'auditor'])
        expect(answered(await (await cast.as(username)).get(`/proposals/${id}`))).toEqual([404, 'mutation.absent']);
      expect((await head.get(`/proposals/${id}`)).status).toBe(200);
    });

    it('is refused without the reason that the stage asks for', async () => {
      expect(await decide('kepala.tujuan', decision({ verdict: 'reject', reason: '' }))).toEqual([
        422,
        'workflow.reason-missing',
      ]);
      expect(await decide('kepala.tujuan', { stage: 'acceptance', verdict: 'return' })).toEqual([422, 'workflow.reason-missing']);
      expect(await decide('kepala.tujuan', { stage: 'acceptance', verdict: 'reject', reason: '   ' })).toEqual([
        422,
        'workflow.reason-missing',
      ]);
    });

    it('is refused at a stage that is unknown or not open', async () => {
      expect(await decide('kepala.tujuan', decision({ stage: 'nonsense' }))).toEqual([422, 'workflow.unknown-stage']);
      expect(await decide('kepala.tujuan', decision({ stage: 'decision' }))).toEqual([409, 'workflow.stage-not-current']);
    });

    it('is refused with an unknown field, a wrong verdict, a reason of 4,001 characters, or no object at all', async () => {
      expect(await decide('kepala.tujuan', decision({ role: 'REGENT' }))).toEqual([400, 'request.invalid']);
      expect(await decide('kepala.tujuan', decision({ verdict: 'maybe' }))).toEqual([400, 'request.invalid']);
      expect(await decide('kepala.tujuan', decision({ reason: 'x'.repeat(4001) }))).toEqual([400, 'request.invalid']);
      expect(await decide('kepala.tujuan', decision({ reason: { $ne: '' } }))).toEqual([400, 'request.invalid']);
      expect((await decide('kepala.tujuan', []))[0]).toBe(400);
      expect((await decide('kepala.tujuan', '{"stage":'))[0]).toBe(400);
      expect((await decide('kepala.tujuan', 'null'))[0]).toBe(400);
    });

    it('is refused with 2 MB of JSON', async () => {
      expect(await decide('kepala.tujuan', decision({ reason: 'x'.repeat(2 * 1024 * 1024) }))).toEqual([
        413,
        'request.too-large',
      ]);
    });

    it('is refused at a version that is no longer the present one', async () => {
      const receiver = await cast.as('kepala.tujuan');
      expect(
        (await receiver.post(`/proposals/${submitted}/decisions`, decision(), { 'if-match': '"draft.submission.1.0000"' }))
          .status,
      ).toBe(412);
    });
  });

  describe('at a proposal', () => {
    const drafts = async (body: object) => (await cast.as('kepala.asal')).post('/proposals', body);

    it('is refused with a date that does not exist, or has passed', async () => {
      expect(answered(await drafts(wish({ effectiveDate: '2026-02-31' })))).toEqual([400, 'request.invalid']);
      expect(answered(await drafts(wish({ effectiveDate: '31-02-2026' })))).toEqual([400, 'request.invalid']);
      expect(answered(await drafts(wish({ effectiveDate: '2020-01-01' })))).toEqual([422, 'mutation.effective-date-past']);
    });

    it('is refused for a person or a post that is not there, for the same post, and by somebody who may not', async () => {
      const nobody = '00000000-0000-4000-8000-000000000000';
      expect(answered(await drafts(wish({ employeeId: nobody })))).toEqual([422, 'mutation.employee-unknown']);
      expect(answered(await drafts(wish({ targetPositionId: nobody })))).toEqual([422, 'mutation.position-unknown']);
      expect(answered(await drafts(wish({ employeeId: 'abc' })))).toEqual([400, 'request.invalid']);
      expect(answered(await (await cast.as('auditor')).post('/proposals', wish()))).toEqual([403, 'workflow.not-an-initiator']);
    });

    it('is one for each person: a second one that is submitted is refused', async () => {
      expect(answered(await (await cast.as('kepala.asal')).post(`/proposals/${draft}/submission`))[0]).toBeGreaterThanOrEqual(
        409,
      );
      expect(ok(await (await cast.as('kepala.asal')).get(`/proposals/${draft}`)).body.text('status')).toBe('draft');
    });

    it('is private while it is a draft', async () => {
      expect((await (await cast.as('kepala.tujuan')).get(`/proposals/${draft}`)).status).toBe(404);
    });
  });

  describe('with a document', () => {
    const attach = async (fields: Record<string, string>, file = pdf()) =>
      answered(await (await cast.as('kepala.asal')).upload(`/proposals/${draft}/documents`, fields, file));

    it('is refused when it is not what its name says', async () => {
      const fake = { name: 'sk.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('MZ this is a program') };
      expect(await attach({ type: 'opd_proposal' }, fake)).toEqual([422, 'mutation.document-not-what-it-says']);
      expect(await attach({ type: 'opd_proposal' }, { ...pdf(), name: 'sk.png' })).toEqual([
        422,
        'mutation.document-not-what-it-says',
      ]);
      expect(
        await attach(
          { type: 'opd_proposal' },
          { name: 'a.exe', type: 'application/octet-stream', bytes: new Uint8Array([77, 90, 0, 0]) },
        ),
      ).toEqual([422, 'mutation.document-type-refused']);
    });

    it('is kept under a name that shows all it holds, and whose writing nothing turns around', async () => {
      const send = async (name: string) =>
        (await cast.as('kepala.asal')).upload(`/proposals/${draft}/documents`, { type: 'opd_proposal' }, { ...pdf(), name });
      expect(ok(await send('usulan\u202E \u2066é\u200B決.pdf'), 201).body.text('name')).toBe('usulan é決.pdf');
      expect(answered(await send('a\u202Efdp.exe'))).toEqual([422, 'mutation.document-not-what-it-says']);
    });

    it('is refused when it is empty, larger than 10 MB, of an unknown type, or dated on a day that is none', async () => {
      expect((await attach({ type: 'opd_proposal' }, { ...pdf(), bytes: new Uint8Array(0) }))[0]).toBe(422);
      expect(await attach({ type: 'opd_proposal' }, { ...pdf(), bytes: new Uint8Array(10 * 1024 * 1024 + 10) })).toEqual([
        413,
        'request.too-large',
      ]);
      expect(await attach({ type: 'nonsense' })).toEqual([422, 'mutation.document-type-unknown']);
      const nameless = { ...pdf(), name: '', type: 'application/octet-stream' };
      expect(await attach({ type: 'nonsense' }, nameless)).toEqual([422, 'mutation.document-type-unknown']);
      expect(await attach({ type: 'opd_proposal', issuedOn: '2026-02-31' })).toEqual([400, 'request.invalid']);
      expect(await attach({ type: 'opd_proposal', colour: 'red' })).toEqual([400, 'request.invalid']);
      expect(
        answered(await (await cast.as('kepala.asal')).post(`/proposals/${draft}/documents`, { type: 'opd_proposal' })),
      ).toEqual([400, 'request.invalid']);
    });
  });

  it('is refused at a decree that is not approved, at a list with a made-up cursor, and at a read that waits for nonsense', async () => {
    const verifier = await cast.as('verifikator');
    expect(
      answered(await verifier.post(`/proposals/${submitted}/decree`, { date: '2026-11-24', effectiveDate: '2026-11-23' }))[0],
    ).toBeGreaterThanOrEqual(409);
    expect(
      answered(await verifier.post(`/proposals/${submitted}/decree`, { date: '2026-02-31', effectiveDate: '2026-11-23' })),
    ).toEqual([400, 'request.invalid']);
    for (const list of ['/proposals', '/inbox', '/employees', '/positions', '/units', '/obligations', '/notifications']) {
      expect(answered(await verifier.get(`${list}?cursor=nonsense`))).toEqual([400, 'request.invalid']);
      expect(answered(await verifier.get(`${list}?limit=0`))).toEqual([400, 'request.invalid']);
      expect(answered(await verifier.get(`${list}?nonsense=1`))).toEqual([400, 'request.invalid']);
    }
    const { status } = await verifier.send('GET', '/inbox?after=nonsense', {});
    expect(status).toBe(400);
    expect((await verifier.get('/nonsense')).status).toBe(404);
    expect((await verifier.get('/units/abc/position-map')).status).toBe(400);
  });

  it('does not open what belongs to another office', async () => {
    const employeeHimself = await cast.as('asn');
    for (const path of ['/audit/reviews', '/mail/outbox', '/projections'])
      expect([path, (await employeeHimself.get(path)).status]).toEqual([path, 403]);
    expect((await employeeHimself.post('/projections/case_inbox/rebuild')).status).toBe(403);
    expect((await employeeHimself.post('/imports')).status).toBeGreaterThanOrEqual(400);
    const letter = { kind: 'Teguran', level: 'light', from: '2026-11-01', letter: '1' };
    expect((await employeeHimself.post(`/employees/${employee}/sanctions`, letter)).status).toBe(403);
    const substitute = {
      office: 'secretary',
      person: employee,
      kind: 'daily',
      from: '2026-11-24',
      until: '2026-11-30',
      letter: '1',
    };
    expect((await employeeHimself.post('/substitutes', substitute)).status).toBe(403);
  });
});

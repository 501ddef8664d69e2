import { ok, pdf } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import { publish } from '../support/publishing.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const told = ({ status, body }: Answer) => [status, body.text('code')];

/** Each verb at the rim, by a definition that offers them all: that it works, and the refusal that matters most. */
describe('a verb under /cases', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let asn: HttpClient;
  let officer: HttpClient;
  let hr: HttpClient;
  let secretary: HttpClient;
  let ids: Readonly<Record<'asn' | 'officer' | 'hr' | 'origin' | 'secretary', string>>;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    await publish(cast, 'errand');
    asn = await cast.as('asn');
    officer = await cast.as('verifikator');
    hr = await cast.as('kepala.bkpsdm');
    secretary = await cast.as('sekda');
    ids = {
      asn: await cast.idOf('asn'),
      officer: await cast.idOf('verifikator'),
      hr: await cast.idOf('kepala.bkpsdm'),
      origin: await cast.idOf('kepala.asal'),
      secretary: await cast.idOf('sekda'),
    };
  }, 180_000);
  afterAll(async () => alur?.close(), 30_000);

  const begun = async (): Promise<string> => {
    const { body } = ok(await asn.post('/cases', { definition: 'errand', dossier: { why: 'Mengurus berkas' } }), 201);
    ok(await asn.post(`/cases/${body.text('id')}/submission`));
    return body.text('id');
  };
  const at = (by: HttpClient, id: string, verb: string, body: object = {}) =>
    by.post(`/cases/${id}/${verb}`, { stage: 'check', ...body });
  const approve = (by: HttpClient, id: string, stage = 'check') => at(by, id, 'decisions', { stage, verdict: 'approve' });

  /** What the page shows of the stage where these verbs are, and its ETag. */
  const shown = async (id: string) => {
    const { body, headers } = ok(await asn.get(`/cases/${id}`));
    const stage = body.list('stages').find((each) => each.text('key') === 'check');
    return { claimedBy: stage?.at('claimedBy').value, question: stage?.at('question').value, etag: headers.get('etag') };
  };

  it('claims and releases a task: nobody else decides meanwhile, nobody else gives it back', async () => {
    const id = await begun();
    expect(told(await at(hr, id, 'claims'))).toEqual([403, 'workflow.not-an-actor']);
    const free = await shown(id);
    ok(await at(officer, id, 'claims'));
    const taken = await shown(id);
    expect([free.claimedBy, taken.claimedBy]).toMatchObject([null, { id: ids.officer }]);
    expect(taken.etag).not.toBe(free.etag);
    const stale = await officer.post(
      `/cases/${id}/decisions`,
      { stage: 'check', verdict: 'approve' },
      { 'if-match': free.etag ?? '' },
    );
    expect(stale.status).toBe(412);
    expect(told(await at(hr, id, 'releases'))[1]).toMatch(/^workflow\.(not-claimed|claimed|not-an-actor)$/);
    ok(await at(officer, id, 'releases'));
    expect(told(await at(officer, id, 'releases'))).toEqual([409, 'workflow.not-claimed']);
    expect(told(await at(officer, id, 'claims', { stage: 'decision' }))).toEqual([409, 'workflow.stage-not-current']);
  });

  it('reassigns with a reason, to somebody who could take it', async () => {
    const id = await begun();
    expect(told(await at(hr, id, 'reassignments', { to: ids.officer }))).toEqual([422, 'workflow.reason-missing']);
    expect(told(await at(hr, id, 'reassignments', { to: ids.origin, reason: 'dinas luar' }))[1]).toBe('workflow.cannot-take');
    expect(told(await at(asn, id, 'reassignments', { to: ids.officer, reason: 'lekas' }))[0]).toBe(403);
    ok(await at(hr, id, 'reassignments', { to: ids.officer, reason: 'dinas luar' }));
    ok(await approve(officer, id));
  });

  it('takes an adviser who is a real employee, and waits for his advice where it is required', async () => {
    const id = await begun();
    const wish = { question: 'Apakah unit setuju?', required: true };
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(told(await at(officer, id, 'advisers', { ...wish, adviser: nobody }))).toEqual([422, 'cases.person-unknown']);
    expect(told(await at(officer, id, 'advisers', { ...wish, adviser: ids.asn }))[1]).toBe('workflow.adviser-barred');
    expect(told(await at(asn, id, 'advisers', { ...wish, adviser: ids.origin }))[0]).toBe(403);
    ok(await at(officer, id, 'advisers', { ...wish, adviser: ids.origin }));
    expect(told(await approve(officer, id))).toEqual([409, 'workflow.advice-awaited']);
    expect(told(await at(hr, id, 'advice', { advice: 'ya' }))).toEqual([403, 'workflow.not-an-adviser']);
    ok(await at(await cast.as('kepala.asal'), id, 'advice', { advice: 'Setuju' }));
    expect(told(await at(await cast.as('kepala.asal'), id, 'advice', { advice: 'Berubah pikiran' }))).toEqual([
      409,
      'workflow.already-advised',
    ]);
    ok(await approve(officer, id));
  });

  it('lets somebody step aside with a reason, after which he does not decide', async () => {
    const id = await begun();
    expect(told(await at(officer, id, 'recusals', {}))).toEqual([422, 'workflow.reason-missing']);
    expect(told(await at(asn, id, 'recusals', { reason: 'sepupu' }))[0]).toBe(403);
    ok(await at(officer, id, 'recusals', { reason: 'sepupu pemohon' }));
    expect(told(await approve(officer, id))).toEqual([403, 'workflow.recused']);
  });

  it('asks and is answered, once, by whoever was asked', async () => {
    const id = await begun();
    expect(told(await at(officer, id, 'questions', { of: 'EMPLOYEE', question: ' ' }))[1]).toBe('workflow.text-missing');
    expect(told(await at(asn, id, 'answers', { answer: 'sudah' }))).toEqual([409, 'workflow.no-question']);
    ok(await at(officer, id, 'questions', { of: 'EMPLOYEE', question: 'Berapa hari?' }));
    expect(told(await at(officer, id, 'questions', { of: 'EMPLOYEE', question: 'Ke mana?' }))).toEqual([
      409,
      'workflow.question-open',
    ]);
    const asked = await shown(id);
    expect(asked.question).toMatchObject({ text: 'Berapa hari?', by: { id: ids.officer }, of: [{ id: ids.asn }] });
    expect(told(await at(hr, id, 'answers', { answer: 'dua' }))).toEqual([403, 'workflow.not-asked']);
    ok(await at(asn, id, 'answers', { answer: 'Dua hari' }));
    expect(await shown(id)).toMatchObject({ question: null, claimedBy: null });
    ok(await approve(officer, id));
  });

  it('records what was answered from outside, by number and date', async () => {
    const id = await begun();
    ok(await approve(officer, id));
    const answer = { stage: 'permit', outcome: 'passed', number: '090/12/2026', date: '2026-11-02' };
    expect(told(await at(asn, id, 'external-answers', answer))[0]).toBe(403);
    expect(told(await at(hr, id, 'external-answers', { ...answer, date: '2999-01-01' }))).toEqual([
      422,
      'workflow.date-in-future',
    ]);
    expect(told(await at(hr, id, 'external-answers', { ...answer, number: ' ' }))).toEqual([422, 'workflow.number-missing']);
    const strange = '00000000-0000-4000-8000-000000000000';
    expect(told(await at(hr, id, 'external-answers', { ...answer, document: strange }))[1]).toBe('workflow.document-unknown');
    const document = ok(await hr.upload(`/cases/${id}/attachments`, {}, pdf('izin')), 201).body.text('id');
    const done = ok(await at(hr, id, 'external-answers', { ...answer, document })).body;
    expect(done.list('open').map(({ value }) => value)).toEqual(['decision']);
    ok(await approve(secretary, id, 'decision'));
  });

  it('suspends and resumes with a reason, by those whom the definition names', async () => {
    const id = await begun();
    expect(told(await asn.post(`/cases/${id}/suspension`, { reason: 'nanti' }))).toEqual([403, 'workflow.may-not-suspend']);
    expect(told(await hr.post(`/cases/${id}/suspension`, { reason: ' ' }))).toEqual([422, 'workflow.reason-missing']);
    expect(told(await hr.post(`/cases/${id}/resumption`, {}))).toEqual([409, 'workflow.not-suspended']);
    expect(ok(await hr.post(`/cases/${id}/suspension`, { reason: 'Pemeriksaan BPK' })).body.text('suspended')).toBe(
      'Pemeriksaan BPK',
    );
    expect(told(await approve(officer, id))).toEqual([409, 'workflow.suspended']);
    ok(await hr.post(`/cases/${id}/resumption`, { reason: 'Selesai diperiksa' }));
    ok(await approve(officer, id));
  });

  it('attaches a file of those who know of the case, and of nobody else', async () => {
    const id = await begun();
    expect((await (await cast.as('tpk.1')).upload(`/cases/${id}/attachments`, {}, pdf('asing'))).status).toBe(404);
    expect((await cast.stranger.upload(`/cases/${id}/attachments`, {}, pdf('asing'))).status).toBe(401);
    const attached = ok(await asn.upload(`/cases/${id}/attachments`, {}, pdf('\u202Eundangan\u2069')), 201).body;
    expect(attached.text('name')).toBe('undangan.pdf');
    expect((await officer.bytes(`/cases/${id}/attachments/${attached.text('id')}`)).status).toBe(200);
    const program = { name: 'a.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('MZ not a pdf') };
    expect((await asn.upload(`/cases/${id}/attachments`, {}, program)).status).toBeGreaterThanOrEqual(400);
    ok(await hr.post(`/cases/${id}/cancellation`, { reason: 'Tidak jadi' }));
    expect(told(await asn.upload(`/cases/${id}/attachments`, {}, pdf('terlambat')))).toEqual([409, 'workflow.closed']);
  });

  it('cancels with a reason, by those whom the definition names', async () => {
    const id = await begun();
    expect(told(await officer.post(`/cases/${id}/cancellation`, { reason: 'salah' }))).toEqual([403, 'workflow.may-not-cancel']);
    expect(told(await hr.post(`/cases/${id}/cancellation`, { reason: '' }))).toEqual([422, 'workflow.reason-missing']);
    expect(ok(await hr.post(`/cases/${id}/cancellation`, { reason: 'Acara batal' })).body.text('status')).toBe('cancelled');
    expect(told(await approve(officer, id))).toEqual([409, 'workflow.closed']);
  });

  it('is under /proposals too, and refused there where the definition of a transfer does not offer it', async () => {
    const head = await cast.as('kepala.asal');
    const post = (await cast.vacantPostsOf('kepala.tujuan'))[0]?.text('id') ?? '';
    const draft = { moveType: 'INTERNAL_ROTATION', employeeId: ids.asn, targetPositionId: post, reason: 'Kebutuhan organisasi' };
    const id = ok(await head.post('/proposals', draft), 201).body.text('id');
    const stage = 'release';
    for (const [verb, body] of [
      ['claims', { stage }],
      ['releases', { stage }],
      ['reassignments', { stage, to: ids.hr, reason: 'cuti' }],
      ['advisers', { stage, adviser: ids.hr, question: 'Setuju?' }],
      ['advice', { stage, advice: 'ya' }],
      ['recusals', { stage, reason: 'kerabat' }],
      ['questions', { stage, of: 'submission', question: 'Mengapa?' }],
      ['answers', { stage, answer: 'begitu' }],
      ['external-answers', { stage, outcome: 'passed', number: '1', date: '2026-11-02' }],
      ['suspension', { reason: 'tunggu' }],
      ['resumption', {}],
      ['cancellation', { reason: 'batal' }],
    ] as const) {
      const answer = await head.post(`/proposals/${id}/${verb}`, body);
      expect([verb, [403, 409, 422].includes(answer.status), answer.body.text('code').split('.')[0]]).toEqual([
        verb,
        true,
        'workflow',
      ]);
      expect([verb, (await (await cast.as('tpk.1')).post(`/proposals/${id}/${verb}`, body)).status]).toEqual([verb, 404]);
    }
  });
});

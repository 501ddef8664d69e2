import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const dossier = {
  type: 'current_year',
  from: '2027-03-01',
  until: '2027-03-03',
  reason: 'pulang kampung',
  address: 'Jalan Merdeka 1, Curup',
  phone: '0812 3456 789',
};

/** An approval that has nothing to do with transfers, from what is asked for to the decision. */
describe('a case of another kind', () => {
  let alur: RunningAlur;
  let cast: Cast;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
  }, 180_000);
  afterAll(async () => alur?.close(), 30_000);

  const drafted = async (change: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    ok(await (await cast.as('asn')).post('/cases', { definition: 'leave', dossier: { ...dossier, ...change } }), 201).body.text(
      'id',
    );
  const submitted = async (change: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const id = await drafted(change);
    ok(await (await cast.as('asn')).post(`/cases/${id}/submission`));
    return id;
  };

  it('goes from its form to its approval, and everybody concerned finds it', async () => {
    const [employee, head] = [await cast.as('asn'), await cast.as('kepala.asal')];
    const id = await submitted();
    const waiting = ok(await head.get('/inbox')).body.list('items');
    expect(waiting.find((item) => item.text('proposalId') === id)?.text('title', 'en')).toBe('Annual leave');
    const page = ok(await head.get(`/cases/${id}`));
    expect(page.body.at('dossier', 'days').value).toBe(3);
    ok(await head.post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve' }));
    expect(ok(await employee.get(`/cases/${id}`)).body.text('status')).toBe('approved');
    const listed = ok(await employee.get('/cases?definition=leave&status=approved')).body.list('items');
    expect(listed.map((item) => item.text('id'))).toEqual([id]);
    const types = ok(await head.get(`/cases/${id}/timeline`))
      .body.list('items')
      .map((item) => item.text('type'));
    expect(types).toEqual(expect.arrayContaining(['DossierRecorded', 'StageSkipped', 'DecisionMade', 'CaseClosed']));
    const auditor = await cast.as('auditor');
    const reviewed = await eventually(
      () => auditor.get(`/audit/reviews?caseId=${id}`),
      ({ body }) => body.list('items').length === 1,
    );
    expect(reviewed.body.text('items', 0, 'title', 'en')).toBe('Annual leave');
    const told = await eventually(
      () => employee.get('/notifications'),
      ({ body }) => body.list('items').some((item) => item.text('link') === `/cases/${id}`),
    );
    expect(
      told.body
        .list('items')
        .find((item) => item.text('link') === `/cases/${id}`)
        ?.text('text'),
    ).toContain('disetujui');
  }, 60_000);

  it('says field by field what is wrong: 400 for the shape, 422 for the sense', async () => {
    const employee = await cast.as('asn');
    const shape = await employee.post('/cases', { definition: 'leave', dossier: { ...dossier, from: 'besok', colour: 'merah' } });
    expect([shape.status, shape.body.list('errors').map((error) => error.text('field'))]).toEqual([
      400,
      ['dossier.colour', 'dossier.from'],
    ]);
    const sense = await employee.post('/cases', { definition: 'leave', dossier: { ...dossier, until: '2027-02-28' } });
    expect([sense.status, sense.body.text('errors', 0, 'field')]).toEqual([422, 'dossier.until']);
    expect((await employee.post('/cases', { definition: 'leave', dossier, colour: 'merah' })).status).toBe(400);
    expect((await employee.post('/cases', { definition: 'internal-rotation', dossier })).status).toBe(422);
  });

  it('is repeated by its key, conditional on its version, and nobody else’s business', async () => {
    const [employee, head] = [await cast.as('asn'), await cast.as('kepala.asal')];
    const headers = { 'idempotency-key': 'leave-of-march' };
    const body = { definition: 'leave', dossier: { ...dossier, from: '2027-03-08', until: '2027-03-09' } };
    const first = ok(await employee.send('POST', '/cases', { headers, body }), 201);
    expect(ok(await employee.send('POST', '/cases', { headers, body }), 201).body.text('id')).toBe(first.body.text('id'));
    const id = first.body.text('id');
    expect((await head.get(`/cases/${id}`)).status).toBe(404);
    ok(await employee.post(`/cases/${id}/submission`));
    const decision = { stage: 'decision', verdict: 'approve' };
    const stale = { headers: { 'if-match': '"draft.submission.1"' }, body: decision };
    expect((await head.send('POST', `/cases/${id}/decisions`, stale)).status).toBe(412);
    expect((await (await cast.as('tpk.1')).get(`/cases/${id}`)).status).toBe(404);
    expect((await employee.post(`/cases/${id}/decisions`, decision)).status).toBe(403);
  });

  it('comes back to be repaired, and is deferred and resumed', async () => {
    const [employee, head] = [await cast.as('asn'), await cast.as('kepala.asal')];
    const id = await submitted({ from: '2027-03-15', until: '2027-03-16' });
    ok(await head.post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'return', reason: 'pilih hari lain' }));
    ok(
      await employee.send('PATCH', `/cases/${id}`, {
        body: { dossier: { ...dossier, from: '2027-03-22', until: '2027-03-23' } },
      }),
    );
    const again = ok(await employee.post(`/cases/${id}/submission`)).body;
    expect([
      again.number('round'),
      again
        .list('changes', 0, 'fields')
        .map((field) => field.text('field'))
        .sort(),
    ]).toEqual([2, ['from', 'until']]);
    ok(await head.post(`/cases/${id}/suspension`, { reason: 'pemeriksaan BPK' }));
    expect((await head.post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve' })).status).toBe(409);
    ok(await head.post(`/cases/${id}/resumption`, {}));
    ok(await head.post(`/cases/${id}/questions`, { stage: 'decision', of: 'EMPLOYEE', question: 'siapa penggantinya?' }));
    const asked = ok(await employee.get('/inbox'))
      .body.list('items')
      .find((item) => item.text('proposalId') === id);
    expect(asked?.text('task')).toBe('answer');
    ok(await employee.post(`/cases/${id}/answers`, { stage: 'decision', answer: 'Budi' }));
    ok(await head.post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve' }));
  });

  it('is decided with many others in one go: what can’t be is told beforehand, and each has a result', async () => {
    const head = await cast.as('kepala.asal');
    const ids = [
      await submitted({ from: '2027-04-05', until: '2027-04-06' }),
      await submitted({ from: '2027-04-12', until: '2027-04-13' }),
    ];
    const mine = ok(await head.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
    const preview = ok(await head.post('/decisions/preview', { ids: [...ids, mine], verdict: 'approve' })).body;
    expect([preview.number('can'), preview.number('cannot'), preview.text('items', 2, 'code')]).toEqual([
      2,
      1,
      'workflow.verb-not-offered',
    ]);
    const items = [...ids, mine].map((id) => ({ id, stage: 'decision' }));
    const headers = { 'idempotency-key': 'many' };
    const body = { items, verdict: 'approve', reason: 'setuju' };
    for (const _ of [1, 2]) {
      const done = ok(await head.send('POST', '/decisions', { headers, body })).body;
      expect(done.list('items').map((item) => item.at('decided').value)).toEqual([true, true, false]);
    }
  });
});

import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { publish } from '../support/publishing.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const permit = `
id: permit
version: 1
title: { id: Izin, en: Permit }
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
  - key: decision
    kind: approval
    title: { id: Keputusan, en: Decision }
    actor: HR_HEAD
    verbs: { approve: { reason: optional }, reject: { reason: required } }
    signature: required
`;

/** What the demo's people sign in with. */
const own = 'kepahiang';

/** A stage whose decisions are signed, over HTTP. */
describe('a decision signed with a password', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let id: string;

  const decide = async (more: object) =>
    (await cast.as('kepala.bkpsdm')).post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve', ...more });
  const page = async () => ok(await (await cast.as('kepala.bkpsdm')).get(`/cases/${id}`)).body;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    await publish(cast, 'permit', permit);
    const employee = await cast.as('asn');
    const { body } = ok(await employee.post('/cases', { definition: 'permit', dossier: { why: 'Mengurus berkas' } }), 201);
    id = body.text('id');
    ok(await employee.post(`/cases/${id}/submission`));
  }, 180_000);
  afterAll(() => alur.close(), 30_000);

  it('is asked for on the page', async () => {
    const actions = (await page()).list('actions');
    expect(actions.find((action) => action.text('verb') === 'approve')?.value).toMatchObject({ signature: 'required' });
  });

  it('is not made without one, nor with a wrong one', async () => {
    const without = await decide({});
    expect([without.status, without.body.text('code')]).toEqual([422, 'workflow.signature-missing']);
    const wrong = await decide({ password: 'not-his-password' });
    expect([wrong.status, wrong.body.text('code')]).toEqual([403, 'auth.wrong-password']);
    expect((await page()).value).toMatchObject({ open: ['decision'] });
  });

  it('is made with his own, once under one key, and is shown nowhere', async () => {
    const key = { 'idempotency-key': 'signed-once' };
    const decision = { stage: 'decision', verdict: 'approve', password: own };
    const head = await cast.as('kepala.bkpsdm');
    const made = ok(await head.post(`/cases/${id}/decisions`, decision, key));
    const again = ok(await head.post(`/cases/${id}/decisions`, decision, key));
    expect(again.body.text('position')).toBe(made.body.text('position'));
    const seen = await page();
    expect(seen.value).toMatchObject({ open: [] });
    expect(JSON.stringify([made.body.value, seen.value])).not.toContain(own);
  });
});

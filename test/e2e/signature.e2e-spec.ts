import { readFileSync } from 'node:fs';
import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { publish } from '../support/publishing.js';
import { submitProposals } from '../support/proposals.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

/** The transfer of the demo, signed by who accepts it. */
const rotation = readFileSync(new URL('../../definitions/internal-rotation.yaml', import.meta.url), 'utf8')
  .replace(/^version: (\d+)$/m, (_, version) => `version: ${Number(version) + 1}`)
  .replace(/^( +)(- key: acceptance)$/m, '$1$2\n$1  signature: required');

/** What the demo's people sign in with. */
const own = 'kepahiang';

/** A stage whose decisions are signed, over HTTP. */
describe('a decision signed with a password', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let id: string;

  const requested = async (): Promise<string> => {
    const employee = await cast.as('asn');
    const { body } = ok(await employee.post('/cases', { definition: 'permit', dossier: { why: 'Mengurus berkas' } }), 201);
    ok(await employee.post(`/cases/${body.text('id')}/submission`));
    return body.text('id');
  };
  const decide = async (more: object) =>
    (await cast.as('kepala.bkpsdm')).post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve', ...more });
  const page = async () => ok(await (await cast.as('kepala.bkpsdm')).get(`/cases/${id}`)).body;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    await publish(cast, 'permit');
    await publish(cast, 'internal-rotation', rotation);
    id = await requested();
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

  it('is announced for many at once, and refused each by itself where no password came along', async () => {
    const ids = [await requested(), await requested()];
    const head = await cast.as('kepala.bkpsdm');
    const preview = ok(await head.post('/decisions/preview', { ids, verdict: 'approve' })).body;
    expect(preview.list('items').map((item) => item.text('signature'))).toEqual(['required', 'required']);
    const items = ids.map((each) => ({ id: each, stage: 'decision' }));
    const { body } = ok(await head.post('/decisions', { items, verdict: 'approve' }));
    expect(body.list('items').map((item) => item.text('code'))).toEqual(Array(2).fill('workflow.signature-missing'));
  });

  it('is not made at all for many at once with a wrong one, which counts as one failure however many they are', async () => {
    const ids = await Promise.all(Array.from({ length: 9 }, requested));
    const head = await cast.as('kepala.bkpsdm');
    const items = ids.map((each) => ({ id: each, stage: 'decision' }));
    const wrong = await head.post('/decisions', { items, verdict: 'approve', password: 'not-his-password' });
    expect([wrong.status, wrong.body.text('code')]).toEqual([403, 'auth.wrong-password']);

    const key = { 'idempotency-key': 'signed-many' };
    const made = ok(await head.post('/decisions', { items, verdict: 'approve', password: own }, key)).body;
    expect([made.number('decided'), made.number('refused')]).toEqual([9, 0]);
    const again = ok(await head.post('/decisions', { items, verdict: 'approve', password: own }, key)).body;
    expect(again.value).toEqual(made.value);
    expect(JSON.stringify(made.value)).not.toContain(own);
  });

  it('is asked for at a stage of a transfer too, under both of its addresses', async () => {
    const [head, other] = await Promise.all([cast.as('kepala.asal'), cast.as('kepala.tujuan')]);
    const ids = await submitProposals(head, await cast.agencyOf('kepala.tujuan'), 2);
    expect(ids).toHaveLength(2);
    for (const [address, of] of [
      ['proposals', ids[0]],
      ['cases', ids[1]],
    ] as const) {
      const at = `/${address}/${of}`;
      const approve = ok(await other.get(at))
        .body.list('actions')
        .find((action) => action.text('verb') === 'approve');
      expect(approve?.value).toMatchObject({ signature: 'required' });
      const decision = { stage: 'acceptance', verdict: 'approve', reason: 'Sesuai formasi' };
      const without = await other.post(`${at}/decisions`, decision);
      expect([without.status, without.body.text('code')]).toEqual([422, 'workflow.signature-missing']);
      const wrong = await other.post(`${at}/decisions`, { ...decision, password: 'not-his-password' });
      expect([wrong.status, wrong.body.text('code')]).toEqual([403, 'auth.wrong-password']);
      const made = ok(await other.post(`${at}/decisions`, { ...decision, password: own }));
      expect(made.body.value).not.toHaveProperty('password');
    }
  });
});

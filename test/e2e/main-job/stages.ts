import { ok, pdf } from '../../support/case-driver.js';
import { eventually } from '../../support/eventually.js';
import { dayAfter, type MainJob, only } from '../../support/main-job.js';
import type { Step } from '../../support/steps.js';

/** Step 2: the stages, with silence, a return and a second round. */
export const stages = (job: MainJob, step: Step): void =>
  describe('2. the stages', () => {
    step('waits for the head of the receiving agency, who accepts at the version he has seen', async () => {
      expect(await job.waitsFor('kepala.tujuan')).toBe(true);
      const receiver = await job.cast.as('kepala.tujuan');
      const seen = ok(await receiver.get(`/proposals/${job.id}`));
      const etag = seen.headers.get('etag') ?? '';
      const accepted = ok(
        await receiver.post(
          `/proposals/${job.id}/decisions`,
          { stage: 'acceptance', verdict: 'approve', reason: 'Dibutuhkan' },
          { 'if-match': etag },
        ),
      );
      expect(accepted.body.text('stage')).toBe('consent');
      expect(accepted.headers.get('etag')).not.toBe(etag);
      await job.driver.decide('kepala.tujuan', job.other.id, 'acceptance', 'approve');
    });

    step('takes five working days of silence for no objection, and goes on', async () => {
      expect(await job.waitsFor('asn')).toBe(true);
      ok(await (await job.cast.as('asn')).post(`/proposals/${job.id}/comments`, { text: 'Saya menunggu penjelasan.' }));
      const due = (await job.proposal('asn')).text('dueOn');
      await job.moveClock(dayAfter(due, 1));
      const after = await eventually(
        () => job.proposal('verifikator'),
        (page) => page.text('stage') === 'verification',
      );
      const consent = after.list('stages').find((stage) => stage.text('key') === 'consent');
      expect(consent?.text('outcome')).toBe('silent');
      await eventually(
        () => job.proposal('verifikator', job.other.id),
        (page) => page.text('stage') === 'verification',
      );
    });

    step('lets the verifier judge each paper, and return the case for repair with a reason', async () => {
      await job.driver.judged(job.id, { no_discipline_statement: 'Belum ditandatangani pejabat' });
      const verifier = await job.cast.as('verifikator');
      const early = await verifier.post(`/proposals/${job.id}/decisions`, {
        stage: 'verification',
        verdict: 'approve',
        reason: 'ya',
      });
      expect([early.status, early.body.text('code')]).toEqual([422, 'mutation.documents-deficient']);
      const returned = await job.driver.decide(
        'verifikator',
        job.id,
        'verification',
        'return',
        'Surat pernyataan belum ditandatangani',
      );
      expect([returned.body.text('status'), returned.body.number('round')]).toEqual(['returned', 2]);
      expect((await job.inboxOf('kepala.asal', 'returned')).map((item) => item.text('proposalId'))).toContain(job.id);
    });

    step('gets it back as round 2, with what has changed, at the stage that returned it', async () => {
      const head = await job.cast.as('kepala.asal');
      const page = await job.proposal('kepala.asal');
      const deficient = page.list('checklist').find((item) => item.text('state') === 'deficient');
      ok(await head.delete(`/proposals/${job.id}/documents/${deficient?.text('document', 'id')}`));
      ok(
        await head.upload(
          `/proposals/${job.id}/documents`,
          { type: 'no_discipline_statement', issuedOn: '2026-11-20' },
          pdf('ditandatangani'),
        ),
        201,
      );
      const etag = ok(await head.get(`/proposals/${job.id}`)).headers.get('etag') ?? '';
      ok(
        await head.patch(
          `/proposals/${job.id}`,
          { reason: 'Kebutuhan organisasi, analisis beban kerja terlampir' },
          { 'if-match': etag },
        ),
      );
      const nothing = { body: '', headers: { 'content-type': 'application/json' } };
      const again = ok(await head.send('POST', `/proposals/${job.id}/submission`, nothing));
      expect([again.body.text('stage'), again.body.number('round')]).toEqual(['verification', 2]);
      const fields = only((await job.proposal('verifikator')).list('changes'))
        .list('fields')
        .map((change) => change.text('field'));
      expect(fields).toContain('reason');
      expect(fields.some((field) => field.startsWith('document'))).toBe(true);
    });

    step('goes from the verifier over the head of HR, the panel and the secretary to the regent', async () => {
      await job.driver.judged(job.id);
      await job.driver.decide('verifikator', job.id, 'verification', 'approve', 'Berkas lengkap');
      const approved = await job.driver.approvedFromReview(job.id);
      expect(approved.body.text('status')).toBe('approved');
      const panel = approved.body.list('stages').find((stage) => stage.text('key') === 'tpk');
      expect([panel?.number('votes', 'cast'), panel?.number('votes', 'quorum')]).toEqual([3, 3]);

      await job.driver.judged(job.other.id);
      await job.driver.decide('verifikator', job.other.id, 'verification', 'approve', 'Berkas lengkap');
      await job.driver.approvedFromReview(job.other.id);
    });

    step('shows in the timeline who decided, in which office, when, why, and resting on what', async () => {
      const items = ok(await (await job.cast.as('auditor')).get(`/proposals/${job.id}/timeline?limit=200`)).body.list('items');
      const decisions = items.filter((item) => item.text('type') === 'DecisionMade');
      expect(decisions).toHaveLength(9);
      for (const decision of decisions) {
        expect(decision.text('actor', 'name')).not.toBe('');
        expect(decision.text('officeTitle', 'id')).not.toBe('');
        expect(decision.text('reason')).not.toBe('');
        expect(decision.text('facts', 'dossierHash')).toMatch(/^[0-9a-f]{64}$/);
        expect(decision.text('hash')).toMatch(/^[0-9a-f]{64}$/);
      }
      expect(items.map((item) => item.number('revision'))).toEqual(items.map((_, index) => index));
    });
  });

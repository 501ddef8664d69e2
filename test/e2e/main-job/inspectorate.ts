import { ok } from '../../support/case-driver.js';
import { eventually } from '../../support/eventually.js';
import { type MainJob, only } from '../../support/main-job.js';
import type { Json } from '../../support/http-client.js';
import type { Step } from '../../support/steps.js';

/** Step 4: one review for each decision, clean or with a finding. */
export const inspectorate = (job: MainJob, step: Step): void =>
  describe('4. the inspectorate', () => {
    const reviews = async (query = ''): Promise<readonly Json[]> =>
      ok(await (await job.cast.as('auditor')).get(`/audit/reviews?caseId=${job.id}${query}&limit=200`)).body.list('items');

    step('finds exactly one review for each decision', async () => {
      const found = await eventually(
        () => reviews(),
        (items) => items.length >= 9,
      );
      expect(found).toHaveLength(9);
      expect(
        new Set(found.map((review) => `${review.text('stage')} ${review.number('round')} ${review.text('decidedBy', 'id')}`))
          .size,
      ).toBe(9);
    });

    step('closes one clean, another with a finding that is followed up and closed, and the rest in one go', async () => {
      const auditor = await job.cast.as('auditor');
      const [first, second] = await reviews('&status=open');
      ok(await auditor.post(`/audit/reviews/${first?.text('id')}/outcome`, { outcome: 'clean', note: '' }));
      const bare = await auditor.post(`/audit/reviews/${second?.text('id')}/outcome`, { outcome: 'finding' });
      expect([bare.status, bare.body.text('code')]).toEqual([422, 'audit.note-missing']);
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/outcome`, { outcome: 'finding', note: 'Alasan terlalu umum' }));
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/follow-up`, { note: 'Pejabat melengkapi alasan' }));
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/closing`, { note: 'Selesai' }));
      const closing = () =>
        auditor.post(`/audit/cases/${job.id}/outcome`, { outcome: 'clean', note: '' }, { 'idempotency-key': 'the rest' });
      const closed = ok(await closing());
      expect(closed.body.list('reviews')).toHaveLength(7);
      expect(await reviews('&status=open')).toHaveLength(0);
      expect(ok(await closing()).body.value).toEqual(closed.body.value);
      expect(only(await reviews('&status=closed')).list('followUps')).toHaveLength(2);
    });

    step('is nobody else’s business', async () => {
      const refused = await (
        await job.cast.as('verifikator')
      ).post(`/audit/cases/${job.other.id}/outcome`, { outcome: 'clean', note: '' });
      expect(refused.status).toBe(403);
    });
  });

import { ok } from '../../support/case-driver.js';
import { eventually } from '../../support/eventually.js';
import { dayAfter, type MainJob, only } from '../../support/main-job.js';
import { textOfPages } from '../../support/pdf-text.js';
import type { Step } from '../../support/steps.js';

/** Step 3: number, date and PDF of the decree; a rescission; the move on the effective date. */
export const decree = (job: MainJob, step: Step): void =>
  describe('3. the decree', () => {
    step('is numbered by HR, with its date and the effective date, and there is a PDF', async () => {
      const verifier = await job.cast.as('verifikator');
      const date = await job.today();
      const tooEarly = await verifier.post(`/proposals/${job.id}/decree`, { date, effectiveDate: dayAfter(date, -1) });
      expect([tooEarly.status, tooEarly.body.text('code')]).toEqual([422, 'mutation.effective-before-decree']);
      const decreed = ok(await verifier.post(`/proposals/${job.id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      expect(decreed.body.text('status')).toBe('decreed');
      const again = ok(await verifier.post(`/proposals/${job.id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      expect(again.body.text('decree', 'number')).toBe(decreed.body.text('decree', 'number'));

      const { status, bytes, headers } = await verifier.bytes(`/proposals/${job.id}/decree.pdf`);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
      expect((await verifier.bytes(`/proposals/${job.id}/decree.pdf`)).bytes).toEqual(bytes);
    });

    step('can be taken back before the effective date: nobody moves, the number stays void', async () => {
      const verifier = await job.cast.as('verifikator');
      const date = await job.today();
      const decreed = ok(await verifier.post(`/proposals/${job.other.id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      const refused = await verifier.post(`/proposals/${job.other.id}/rescission`, { reason: 'Berubah' });
      expect([refused.status, refused.body.text('code')]).toEqual([403, 'mutation.not-the-regent']);
      const rescinded = ok(
        await (await job.cast.as('bupati')).post(`/proposals/${job.other.id}/rescission`, { reason: 'Formasi berubah' }),
      );
      expect(rescinded.body.text('status')).toBe('rescinded');
      expect(rescinded.body.text('decree', 'number')).not.toBe((await job.proposal('verifikator')).text('decree', 'number'));
      expect(decreed.body.text('decree', 'number')).toBe(rescinded.body.text('decree', 'number'));
      const paper = await verifier.bytes(`/proposals/${job.other.id}/decree.pdf`);
      expect(paper.headers.get('content-disposition')).toContain('DIBATALKAN');
      for (const page of textOfPages(paper.bytes)) expect(page).toMatch(/DIBATALKAN pada tanggal .* Alasan: Formasi berubah/);
    });

    step('moves the person on the effective date, and the staffing page shows it', async () => {
      const page = await job.proposal('verifikator');
      const [oldUnit, oldPost] = [page.text('from', 'unit', 'id'), page.text('from', 'post', 'id')];
      const [newUnit, newPost] = [page.text('to', 'unit', 'id'), page.text('to', 'post', 'id')];
      const hr = await job.cast.as('kepala.bkpsdm');
      const filled = async (unit: string, post: string) =>
        only(
          ok(await hr.get(`/units/${unit}/position-map`))
            .body.list('positions')
            .filter((one) => one.text('id') === post),
        )
          .list('incumbents')
          .map((one) => one.text('id'));
      expect(await filled(oldUnit, oldPost)).toContain(job.employee);

      await job.moveClock(page.text('decree', 'effectiveDate'));
      await eventually(
        () => filled(newUnit, newPost),
        (people) => people.includes(job.employee),
      );
      expect(await filled(oldUnit, oldPost)).not.toContain(job.employee);
      await eventually(
        () => job.proposal('verifikator'),
        (now) => ['effective', 'completed'].includes(now.text('status')),
      );

      const before = ok(
        await hr.get(`/units/${oldUnit}/position-map?asOf=${dayAfter(page.text('decree', 'effectiveDate'), -1)}`),
      ).body.list('positions');
      expect(
        only(before.filter((one) => one.text('id') === oldPost))
          .list('incumbents')
          .map((one) => one.text('id')),
      ).toContain(job.employee);
      const stayed = ok(
        await hr.get(
          `/employees?query=${encodeURIComponent((await job.proposal('verifikator', job.other.id)).text('employee', 'name'))}`,
        ),
      ).body.list('items');
      expect(stayed.find((one) => one.text('id') === job.other.employee)?.text('post', 'id')).not.toBe(job.other.post);
    });
  });

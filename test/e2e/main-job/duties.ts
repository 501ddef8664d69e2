import { Workbook } from 'exceljs';
import { ok } from '../../support/case-driver.js';
import { eventually } from '../../support/eventually.js';
import { dayAfter, type MainJob } from '../../support/main-job.js';
import type { Json } from '../../support/http-client.js';
import type { Step } from '../../support/steps.js';

/** Step 5: what is owed afterwards, its reminders, its escalation. */
export const duties = (job: MainJob, step: Step): void =>
  describe('5. what is owed', () => {
    const obligations = async (username: string, query = ''): Promise<readonly Json[]> =>
      ok(await (await job.cast.as(username)).get(`/obligations?caseId=${job.id}${query}`)).body.list('items');

    step('stands in the calendar of whoever owes it: evaluations at +3, +6 and +12 months, and trainings', async () => {
      const all = await eventually(
        () => obligations('kepala.bkpsdm'),
        (items) => items.length >= 6,
      );
      expect(all.filter((one) => one.text('kind') === 'evaluation')).toHaveLength(3);
      expect(all.filter((one) => one.text('kind') === 'training').length).toBeGreaterThan(0);
      expect((await obligations('kepala.tujuan', '&kind=evaluation&mine=true')).length).toBe(3);
      const rescinded = ok(
        await (await job.cast.as('kepala.bkpsdm')).get(`/obligations?caseId=${job.other.id}&status=open`),
      ).body.list('items');
      expect(rescinded).toHaveLength(0);
    });

    step('is reminded of before it is due, in the application and by mail', async () => {
      const first = (await obligations('kepala.tujuan', '&kind=evaluation')).find((one) => one.text('code') === 'evaluation-3m');
      await job.moveClock(dayAfter(first?.text('dueOn') ?? '', -6));
      const told = await eventually(
        () => job.noticesOf('kepala.tujuan'),
        (items) => items.some((one) => one.text('code') === 'obligation-due-in-a-week'),
      );
      expect(
        told.filter((one) => one.text('code') === 'obligation-due-in-a-week' && one.at('text').text().includes('3 bulan')),
      ).toHaveLength(1);
      await eventually(
        async () => ok(await (await job.cast.as('admin')).get('/mail/outbox?limit=200')).body.list('items'),
        (mails) => mails.some((mail) => mail.text('text').includes('3 bulan')),
      );
    });

    step('escalates to the superior when it is overdue, and ends with its completion', async () => {
      const open = await obligations('kepala.tujuan', '&kind=evaluation');
      const first = open.find((one) => one.text('code') === 'evaluation-3m');
      await job.moveClock(dayAfter(first?.text('dueOn') ?? '', 21));
      const superior = first?.text('superior', 'office') === 'secretary' ? 'sekda' : 'kepala.bkpsdm';
      await eventually(
        () => job.noticesOf(superior),
        (items) => items.some((one) => one.text('code') === 'obligation-escalated'),
      );
      expect((await obligations('kepala.tujuan', '&status=overdue')).map((one) => one.text('code'))).toContain('evaluation-3m');

      const head = await job.cast.as('kepala.tujuan');
      ok(
        await head.post(`/obligations/${first?.text('id')}/completion`, { note: 'Kinerja baik', result: { predicate: 'good' } }),
      );
      const done = await obligations('kepala.tujuan', '&status=done');
      expect(done.map((one) => one.text('code'))).toEqual(['evaluation-3m']);
      const twice = await head.post(`/obligations/${first?.text('id')}/completion`, { note: 'Lagi' });
      expect(twice.status).toBe(409);
    });

    step('can be marked as read, and any list can be had as a workbook', async () => {
      const head = await job.cast.as('kepala.tujuan');
      ok(await head.post('/notifications/read-all'));
      const answer = ok(await head.get('/notifications')).body;
      expect(answer.number('unread')).toBe(0);

      const { status, bytes } = await head.bytes('/proposals?format=xlsx');
      expect(status).toBe(200);
      const workbook = new Workbook();
      await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
      expect(workbook.worksheets[0]?.rowCount).toBeGreaterThanOrEqual(5);
    });
  });

import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { chromiumPath } from './chromium.js';
import { Theatre } from './theatre.js';
import type { Visitor } from './visitor.js';

const path = chromiumPath(process.env);

/** What HR records of people, and the answer to a finding, in a real browser. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('by letter and by note, in a browser', () => {
  let theatre: Theatre;
  const wide = (visitor: Visitor) => visitor.page.evaluate(() => document.documentElement.scrollWidth);

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    theatre = await Theatre.open(path);
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('HR records a sanction with keys alone, on a phone, and is told what is missing', async () => {
    await theatre.as(
      'verifikator',
      async (visitor) => {
        const { page } = visitor;
        await visitor.open('/personnel');
        await page.getByRole('textbox', { name: 'Pegawai' }).focus();
        await page.keyboard.type('a');
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.getByText('Status sekarang').waitFor();
        await page.getByRole('radio', { name: 'Perubahan status' }).focus();
        await page.keyboard.press('ArrowRight');
        await page.getByLabel('Jenis hukuman').focus();
        await page.keyboard.press('Enter');
        expect(await page.getByText('Isian ini wajib.').count()).toBe(2);
        expect(await visitor.barriers()).toEqual([]);
        expect(await wide(visitor)).toBeLessThanOrEqual(360);
        await page.keyboard.type('Teguran tertulis');
        await page.getByLabel('Nomor surat keputusan').focus();
        await page.keyboard.type('800/12/2026');
        await page.keyboard.press('Enter');
        await page.getByText('Tersimpan').waitFor();
      },
      'phone',
    );
  }, 120_000);

  it('half an address leads to the page that says so, and from there to the inbox', async () => {
    await theatre.as('asn', async (visitor) => {
      for (const path of ['/proposals/0199-half', '/cases/0199-half']) {
        await visitor.open(path);
        await visitor.page.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor();
        expect(await visitor.page.getByText('UUID').count()).toBe(0);
      }
      await visitor.page.getByRole('link', { name: 'Ke kotak masuk' }).click();
      await visitor.page.waitForURL('**/inbox');
    });
  }, 60_000);

  it('whoever decided sees the finding about it and answers it, and does not review', async () => {
    const employee = await theatre.cast.as('asn');
    const dossier = {
      ...{ type: 'current_year', from: inDays(20), until: inDays(33), reason: 'Keperluan keluarga' },
      ...{ address: 'Jalan Merdeka 1, Kepahiang', phone: '0812 3456 7890' },
    };
    const id = ok(await employee.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
    ok(await employee.post(`/cases/${id}/submission`));
    const head = await theatre.cast.as('kepala.asal');
    ok(await head.post(`/cases/${id}/decisions`, { stage: 'decision', verdict: 'approve', reason: 'Ya' }));
    const auditor = await theatre.cast.as('auditor');
    const [review] = await eventually(
      async () => ok(await auditor.get(`/audit/reviews?caseId=${id}`)).body.list('items'),
      (items) => items.length > 0,
    );
    ok(await auditor.post(`/audit/reviews/${review?.text('id')}/outcome`, { outcome: 'finding', note: 'Alasan terlalu umum' }));

    await theatre.as('kepala.asal', async (visitor) => {
      const { page } = visitor;
      await visitor.open('/audit');
      const row = page.locator(`[data-review="${review?.text('id')}"]`);
      await row.getByText('Alasan terlalu umum').waitFor();
      expect(await page.getByRole('button', { name: 'Bersih' }).count()).toBe(0);
      expect(await visitor.barriers()).toEqual([]);
      await row.getByRole('button', { name: 'Jawab temuan' }).click();
      await visitor.answer('Alasannya dilengkapi');
      await row.waitFor({ state: 'detached' });
      await visitor.open(`/audit?caseId=${id}`);
      await row.getByText('Alasannya dilengkapi').waitFor();
      expect(await row.getByRole('button', { name: 'Tutup temuan' }).count()).toBe(0);
    });
    expect(theatre.complaints).toEqual([]);
  }, 120_000);
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

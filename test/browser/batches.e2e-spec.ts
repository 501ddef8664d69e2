import { mkdirSync } from 'node:fs';
import { ok } from '../support/case-driver.js';
import { publish } from '../support/publishing.js';
import { chromiumPath } from './chromium.js';
import { Theatre } from './theatre.js';

const path = chromiumPath(process.env);
const shots = 'dist/screenshots';

/** A batch in a real browser. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('a batch in a browser', () => {
  let theatre: Theatre;
  let id: string;

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    mkdirSync(shots, { recursive: true });
    theatre = await Theatre.open(path);
    await publish(theatre.cast, 'grade-notices');
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('takes people one after the other, found by name', async () => {
    const clerk = await theatre.cast.as('asn');
    const found = ok(await clerk.get('/employees?limit=20'))
      .body.list('items')
      .map((item) => item.text('name'));
    await theatre.as('asn', async (visitor) => {
      await visitor.open('/cases/new/grade-notices');
      const { page } = visitor;
      await page.getByLabel('Periode').fill('April 2027');
      for (const name of found.slice(1, 4)) {
        await page.getByRole('textbox', { name: 'Tambah pegawai' }).fill(name);
        await page.getByRole('option').filter({ hasText: name }).first().click();
        await page.locator('ul.rows li').filter({ hasText: name }).waitFor();
      }
      expect(await visitor.barriers()).toEqual([]);
      await page.screenshot({ path: `${shots}/batch-new.png`, fullPage: true });
      await page.locator('form button[type="submit"]').click();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      id = page.url().split('/').at(-1) ?? '';
      await page.locator('[data-line="3"]').waitFor();
      await visitor.act('submit');
      await page.locator('.rail li[aria-current="step"]').waitFor();
    });
  }, 120_000);

  it('is approved but for one, with the reason, on a phone', async () => {
    await theatre.as(
      'kepala.bkpsdm',
      async (visitor) => {
        await visitor.open(`/cases/${id}`);
        const { page } = visitor;
        await page.locator('[data-verb="partial"]').first().click();
        await page.locator('[data-choose="2"] input').uncheck();
        await page.locator('[data-choose="2"] textarea:not([aria-hidden])').fill('belum dua tahun');
        await page.screenshot({ path: `${shots}/batch-decision-phone.png` });
        expect(await visitor.barriers()).toEqual([]);
        await visitor.dialog.locator('button[type="submit"]').click();
        await visitor.dialog.waitFor({ state: 'hidden' });
        await page.locator('[data-line="2"]').getByText('Ditolak').waitFor();
        await page.locator('[data-line="2"]').getByText('belum dua tahun').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        await page.screenshot({ path: `${shots}/batch-phone.png`, fullPage: true });
      },
      'phone',
    );
    await theatre.as('sekda', async (visitor) => {
      await visitor.open(`/cases/${id}`);
      await visitor.act('approve');
      await visitor.page.locator('[data-line="1"]').getByText('Disetujui').waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await visitor.page.screenshot({ path: `${shots}/batch-desk.png`, fullPage: true });
    });
    expect(theatre.complaints).toEqual([]);
  }, 120_000);
});

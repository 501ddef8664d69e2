import { mkdirSync } from 'node:fs';
import { ok } from '../support/case-driver.js';
import { publish } from '../support/publishing.js';
import { chromiumPath } from './chromium.js';
import { Theatre } from './theatre.js';
import type { Visitor } from './visitor.js';

const path = chromiumPath(process.env);
const shots = 'dist/screenshots';

/** Decisions that are signed, in a real browser. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('a signature in a browser', () => {
  let theatre: Theatre;
  const ids: string[] = [];

  const wide = (visitor: Visitor) => visitor.page.evaluate(() => document.documentElement.scrollWidth);
  const password = (visitor: Visitor) => visitor.dialog.locator('input[type="password"]');

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    mkdirSync(shots, { recursive: true });
    theatre = await Theatre.open(path);
    await publish(theatre.cast, 'permit');
    const employee = await theatre.cast.as('asn');
    for (const why of ['Pertama', 'Kedua', 'Ketiga']) {
      const { body } = ok(await employee.post('/cases', { definition: 'permit', dossier: { why } }), 201);
      ids.push(body.text('id'));
      ok(await employee.post(`/cases/${body.text('id')}/submission`));
    }
    ok(await employee.get('/inbox'));
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('is asked for in the dialog, on a phone: without it nothing is sent, with a wrong one nothing is decided', async () => {
    await theatre.as(
      'kepala.bkpsdm',
      async (visitor) => {
        await visitor.open(`/cases/${ids[0]}`);
        await visitor.page.locator('[data-verb="approve"]').first().click();
        const submit = visitor.dialog.locator('button[type="submit"]');
        await password(visitor).waitFor();
        expect(await submit.isDisabled()).toBe(true);
        await password(visitor).fill('bukan-sandinya');
        await submit.click();
        await visitor.dialog.getByText('Kata sandi salah').first().waitFor();
        expect(await visitor.barriers()).toEqual([]);
        expect(await wide(visitor)).toBeLessThanOrEqual(360);
        await visitor.page.screenshot({ path: `${shots}/signature-phone.png` });
        await password(visitor).fill('kepahiang');
        await visitor.answer();
        await visitor.page.locator('[data-verb="approve"]').waitFor({ state: 'detached' });
      },
      'phone',
    );
  }, 120_000);

  it('is given once for several that are decided in one go', async () => {
    await theatre.as('kepala.bkpsdm', async (visitor) => {
      await visitor.open('/inbox');
      const { page } = visitor;
      await page.getByLabel('Pilih semua').check();
      await page.getByRole('region', { name: 'Keputusan' }).getByRole('button', { name: 'Setujui' }).click();
      await password(visitor).waitFor();
      await visitor.dialog.getByText('2 dapat diputuskan').waitFor();
      expect(await visitor.dialog.locator('button[type="submit"]').isDisabled()).toBe(true);
      await password(visitor).fill('kepahiang');
      await page.screenshot({ path: `${shots}/signature-many.png` });
      expect(await visitor.barriers()).toEqual([]);
      await visitor.dialog.locator('button[type="submit"]').click();
      await visitor.dialog.getByText('2 diputuskan').waitFor();
      await password(visitor).waitFor({ state: 'detached' });
      await page.screenshot({ path: `${shots}/signature-many-done.png` });
    });
    // Of the wrong password, and of nothing else, the browser said that it was refused.
    expect(theatre.complaints.filter((said) => !said.includes('status of 403'))).toEqual([]);
  }, 120_000);

  it('keeps nobody without a password from what is not signed, and says why the rest is left', async () => {
    await publish(theatre.cast, 'grade-notices');
    const employee = await theatre.cast.as('asn');
    const found = ok(await employee.get('/employees?limit=5')).body.list('items');
    const lines = found.slice(0, 2).map((person) => ({ subject: person.text('id') }));
    for (const body of [
      { definition: 'permit', dossier: { why: 'Keempat' } },
      { definition: 'grade-notices', dossier: { period: 'April 2027' }, lines },
    ]) {
      const id = ok(await employee.post('/cases', body), 201).body.text('id');
      ok(await employee.post(`/cases/${id}/submission`));
      ids.push(id);
    }
    ok(await (await theatre.cast.as('kepala.bkpsdm')).get('/inbox'));
    await theatre.as('kepala.bkpsdm', async (visitor) => {
      const { page } = visitor;
      // As the API answers somebody who signs in by a provider alone; `sign-in.e2e-spec` holds it to that.
      await page.route('**/api/me', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...Object(await answer.json()), maySign: false } });
      });
      await visitor.open('/inbox');
      await page.getByLabel('Pilih semua').check();
      await page.getByRole('region', { name: 'Keputusan' }).getByRole('button', { name: 'Setujui' }).click();
      await visitor.dialog.getByText('1 dapat diputuskan').waitFor();
      await visitor.dialog.getByText('1 tidak dapat diputuskan').waitFor();
      await visitor.dialog.getByText('akun Anda belum mempunyai kata sandi').waitFor();
      expect(await password(visitor).count()).toBe(0);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.dialog.locator('button[type="submit"]').click();
      await visitor.dialog.getByText('1 diputuskan').waitFor();
      await visitor.open(`/cases/${ids[3]}`);
      await page.locator('[data-verb="approve"]').first().click();
      await visitor.dialog.getByText('belum mempunyai kata sandi').waitFor();
      expect(await visitor.dialog.locator('button[type="submit"]').isDisabled()).toBe(true);
    });
  }, 120_000);
});

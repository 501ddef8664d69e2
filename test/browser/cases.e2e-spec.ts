import { ok } from '../support/case-driver.js';
import { chromiumPath } from './chromium.js';
import { Theatre } from './theatre.js';

const path = chromiumPath(process.env);

/** A case of another kind in a real browser: its form is made of its schema. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('a case of another kind in a browser', () => {
  let theatre: Theatre;
  let id: string;

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    theatre = await Theatre.open(path);
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('is asked for with a form made of its schema, which says what is missing', async () => {
    await theatre.as('asn', async (visitor) => {
      await visitor.open('/cases/new/leave');
      const { page } = visitor;
      await page.locator('form button[type="submit"]').click();
      await page.getByText('Wajib diisi').first().waitFor();
      for (const label of ['Mulai tanggal', 'Sampai tanggal']) {
        await page.getByRole('button', { name: label }).click();
        await page.locator('.mantine-DatePickerInput-calendarHeaderControl[data-direction="next"]').click();
        await page.locator('.mantine-DatePickerInput-day:not([data-outside]):not([data-weekend])').nth(9).click();
      }
      await page.getByLabel('Alasan').fill('pulang kampung');
      await page.getByLabel('Alamat selama cuti').fill('Jalan Merdeka 1, Curup');
      await page.getByLabel('Nomor telepon').fill('0812 3456 789');
      expect(await visitor.barriers()).toEqual([]);
      await page.locator('form button[type="submit"]').click();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      id = page.url().split('/').at(-1) ?? '';
      await visitor.act('submit');
      await page.locator('.rail li[aria-current="step"]').waitFor();
      expect(await visitor.barriers()).toEqual([]);
    });
  }, 120_000);

  it('is sent back and decided on a phone, from the inbox', async () => {
    await theatre.as(
      'kepala.asal',
      async (visitor) => {
        await visitor.open('/inbox');
        await visitor.page.locator(`a[href="/cases/${id}"]`).first().click();
        await visitor.act('return', 'jelaskan alasannya');
        await visitor.page.locator('.tag').first().waitFor();
      },
      'phone',
    );
    const employee = await theatre.cast.as('asn');
    ok(await employee.post(`/cases/${id}/submission`));
    await theatre.as('kepala.asal', async (visitor) => {
      await visitor.open(`/cases/${id}`);
      await visitor.act('approve');
      await visitor.page.getByText('Disetujui').first().waitFor();
      expect(await visitor.barriers()).toEqual([]);
    });
    expect(ok(await employee.get(`/cases/${id}`)).body.text('status')).toBe('approved');
  }, 120_000);

  it('is decided with others from the inbox, after a look at what can be', async () => {
    const employee = await theatre.cast.as('asn');
    for (const from of ['2027-05-03', '2027-05-10']) {
      const dossier = {
        type: 'current_year',
        from,
        until: from,
        reason: 'keluarga',
        address: 'Jalan Merdeka 1',
        phone: '08123456789',
      };
      const drafted = ok(await employee.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
      ok(await employee.post(`/cases/${drafted}/submission`));
    }
    await theatre.as('kepala.asal', async (visitor) => {
      await visitor.open('/inbox');
      const { page } = visitor;
      await page.getByLabel('Pilih semua').click();
      await page.locator('.bar').getByRole('button', { name: 'Setujui' }).click();
      await visitor.dialog.getByText('2 dapat diputuskan').waitFor();
      await visitor.dialog.locator('button[type="submit"]').click();
      await visitor.dialog.getByText('2 diputuskan').waitFor();
    });
  }, 120_000);
});

import { ok } from '../support/case-driver.js';
import { inSteps } from '../support/steps.js';
import { anotherCase } from './another-case.js';
import { chromiumPath } from './chromium.js';
import { type Seat, Theatre } from './theatre.js';
import type { Visitor } from './visitor.js';

const path = chromiumPath(process.env);
const step = inSteps(120);
if (path === undefined && !process.env.CI)
  process.stderr.write('test/browser is skipped: no Chromium here. Install it, or set CHROMIUM_PATH.\n');

/** Steps 1 to 5 of the main job in a real browser, at a desk and on a phone. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('the main job in a browser', () => {
  let theatre: Theatre;
  let employee: string;
  let target: Readonly<{ title: string; agency: string }>;
  let id: string;
  let places: Readonly<{ from: string; to: string }>;

  const as = (username: string, work: (visitor: Visitor) => Promise<void>, at?: Seat): Promise<void> =>
    theatre.as(username, work, at);
  const decides = (username: string, verb: string, reason: string, at?: Seat): Promise<void> =>
    as(
      username,
      async (visitor) => {
        await visitor.openFromInbox(id);
        await visitor.act(verb, reason);
      },
      at,
    );

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    theatre = await Theatre.open(path);
    const { cast } = theatre;
    const post = (await cast.vacantPostsOf('kepala.tujuan'))[0];
    target = { title: post?.text('title') ?? '', agency: post?.text('agency', 'name') ?? '' };
    employee = ok(await (await cast.as('asn')).get('/me')).body.text('person', 'name');
  }, 240_000);

  afterAll(async () => theatre?.close(), 60_000);

  step('1. a head picks a person and a vacant post, sees what the rules say, attaches the papers and submits', () =>
    as('kepala.asal', async (visitor) => {
      const { page } = visitor;
      await page.getByRole('link', { name: 'Usulan baru' }).click();
      await page.getByRole('textbox', { name: 'Pegawai yang diusulkan' }).fill(employee.split(',')[0] ?? employee);
      await page.getByRole('option', { name: employee }).first().click();
      await page.getByRole('textbox', { name: 'Jabatan tujuan yang lowong' }).fill(target.title);
      await page.getByRole('option').filter({ hasText: target.agency }).first().click();
      await page.getByLabel('Alasan mutasi').fill('Kebutuhan organisasi di unit penerima');
      await page.getByRole('button', { name: 'Buat konsep dan periksa syarat' }).click();
      await page.waitForURL(/\/proposals\/[0-9a-f]{8}-/);
      id = page.url().split('/').at(-1) ?? '';
      await page.locator('#eligibility').getByText('Kumpulan aturan versi').waitFor();

      await page.locator('[data-verb="submit"]').click();
      await visitor.dialog.locator('button[type="submit"]').click();
      await visitor.dialog.getByRole('alert').waitFor();
      await page.keyboard.press('Escape');
      await visitor.dialog.waitFor({ state: 'hidden' });
      for (const type of await visitor.uploadable()) await visitor.upload(type);
      await visitor.act('submit');
      await page.getByText('Diproses').first().waitFor();
      expect(await visitor.barriers()).toEqual([]);
    }),
  );

  step('2. the receiving head accepts, by keys alone: a letter opens the dialog and decides nothing', () =>
    as('kepala.tujuan', async (visitor) => {
      const { page } = visitor;
      await page.locator('[data-row]').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/proposals/${id}`);
      await page.locator('[data-verb="approve"]').waitFor();
      await page.keyboard.press('a');
      await visitor.dialog.waitFor();
      await page.keyboard.press('Escape');
      await visitor.dialog.waitFor({ state: 'hidden' });
      await page.keyboard.press('a');
      await visitor.dialog.locator('textarea:focus').waitFor();
      await page.keyboard.type('Kami membutuhkan jabatan ini terisi');
      await page.keyboard.press('Tab');
      await visitor.answer();
      await page.getByText('Menyetujui: Penerimaan').waitFor();
    }),
  );

  step('2. the employee consents on a phone', () => decides('asn', 'approve', 'Saya bersedia', 'phone'));

  step('2. the verifier judges each paper and returns the case, naming what is wrong', () =>
    as('verifikator', async (visitor) => {
      const { page } = visitor;
      await visitor.openFromInbox(id);
      const rows = page.locator('li[data-document]').filter({ has: page.getByRole('button', { name: /^Sesuai/ }) });
      await rows.first().waitFor();
      for (let at = 1; at < (await rows.count()); at += 1) {
        await rows
          .nth(at)
          .getByRole('button', { name: /^Sesuai/ })
          .click();
        await rows.nth(at).locator('.tag', { hasText: 'Sesuai' }).waitFor();
      }
      await rows
        .first()
        .getByRole('button', { name: /^Tidak sesuai/ })
        .click();
      await visitor.answer('Belum ditandatangani');
      await visitor.act('return', 'Satu berkas belum ditandatangani');
      await page.getByText('Dikembalikan').first().waitFor();
    }),
  );

  step('2. the proposer repairs it, and it comes back as round 2 with what has changed', () =>
    as('kepala.asal', async (visitor) => {
      const { page } = visitor;
      await visitor.openFromInbox(id, 'returned');
      const deficient = page.locator('li[data-document]').filter({ hasText: 'Belum ditandatangani' });
      await visitor.upload((await deficient.getAttribute('data-document')) ?? '');
      await visitor.act('submit');
      await page.getByText('Yang berubah pada putaran 2').waitFor();
    }),
  );

  step('2. the verifier accepts the repaired file', () =>
    as('verifikator', async (visitor) => {
      const { page } = visitor;
      await visitor.openFromInbox(id);
      await page.getByText('Yang berubah pada putaran 2').waitFor();
      for (const button of await page.getByRole('button', { name: /^Sesuai/, pressed: false }).all()) await button.click();
      await page.getByText('Belum diperiksa').waitFor({ state: 'hidden' });
      await visitor.act('approve', 'Berkas lengkap');
    }),
  );

  step('2. HR, the panel and the secretary pass it on', async () => {
    await decides('kepala.bkpsdm', 'approve', 'Sesuai kebutuhan');
    for (const seat of [1, 2, 3]) await decides(`tpk.${seat}`, 'approve', 'Sesuai kualifikasi');
    await decides('sekda', 'approve', 'Diteruskan');
  });

  step('2. the regent decides on his phone, and the timeline tells who decided, as what and why', () =>
    as(
      'bupati',
      async (visitor) => {
        const { page } = visitor;
        expect(await visitor.barriers()).toEqual([]);
        await visitor.openFromInbox(id);
        await page.locator('[data-verb="approve"]').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        expect(await visitor.barriers()).toEqual([]);
        await visitor.act('approve', 'Disetujui untuk kepentingan pelayanan');
        await page.getByText('Menyetujui: Keputusan Bupati').waitFor();
        await page.getByText('Disetujui untuk kepentingan pelayanan').first().waitFor();
      },
      'phone',
    ),
  );

  step('3. an approval can be rescinded before it takes effect, here that of another case', async () => {
    const other = await anotherCase(theatre.cast);
    await as('bupati', async (visitor) => {
      await visitor.open(`/proposals/${other}`);
      await visitor.page.getByRole('button', { name: 'Tindakan lain' }).click();
      await visitor.act('rescind', 'Formasi berubah');
      await visitor.page.getByText('Dibatalkan').first().waitFor();
    });
  });

  step('3. HR numbers the decree; there is a PDF', () =>
    as('verifikator', async (visitor) => {
      const { page } = visitor;
      await visitor.open(`/proposals/${id}`);
      await page.locator('[data-verb="decree"]').click();
      await page.getByText('SK terbit').first().waitFor();
      const link = page.getByRole('link', { name: 'Unduh SK (PDF)' });
      await link.waitFor();
      const answer = await page.request.get(`${theatre.url}${(await link.getAttribute('href')) ?? ''}`);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      const { body } = ok(await (await theatre.cast.as('verifikator')).get(`/proposals/${id}`));
      places = { from: body.text('from', 'unit', 'id'), to: body.text('to', 'unit', 'id') };
    }),
  );

  step('3. on the effective date the person moves, and the position map shows it', async () => {
    await as('admin', async ({ page }) => {
      await page.getByRole('button', { name: /^Jam peragaan/ }).click();
      const moved = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/demo/clock') && answer.request().method() === 'POST',
      );
      await page.getByRole('button', { name: '+3 bulan' }).click();
      expect((await moved).status()).toBe(200);
    });
    await as('verifikator', async (visitor) => {
      const { page } = visitor;
      await visitor.open(`/proposals/${id}`);
      await page
        .locator('.tag', { hasText: /Berlaku|Selesai/ })
        .first()
        .waitFor();
      await visitor.open(`/map?unit=${places.to}`);
      await page.getByText(employee).first().waitFor();
      await page.getByRole('link', { name: 'lihat keputusan mutasinya' }).first().waitFor();
      await visitor.open(`/map?unit=${places.from}`);
      await page.locator('[data-post]').first().waitFor();
      expect(await page.getByText(employee).count()).toBe(0);
    });
  });

  step('4. the inspectorate closes one review clean, another with a finding, and the rest in one go', () =>
    as('auditor', async (visitor) => {
      const { page } = visitor;
      await visitor.open(`/audit?caseId=${id}`);
      // A case's page of reviews shows them all, also when they are done.
      const clean = page.getByRole('button', { name: 'Bersih', exact: true });
      const rows = page.locator(`[data-case="${id}"] [data-review]`).filter({ has: clean });
      await rows.first().waitFor();
      const count = await rows.count();
      expect(await visitor.barriers()).toEqual([]);
      await rows.first().getByRole('button', { name: 'Bersih' }).click();
      await visitor.answer();
      await rows.nth(count - 1).waitFor({ state: 'detached' });
      await rows.first().getByRole('button', { name: 'Temuan' }).click();
      await visitor.answer('Alasan terlalu umum');
      await rows.nth(count - 2).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Tutup semua bersih' }).click();
      await visitor.answer();
      await rows.first().waitFor({ state: 'detached' });
      await visitor.open(`/audit?caseId=${id}&status=open`);
      await page.getByText('Tidak ada telaah di sini').waitFor();
      await visitor.open(`/audit?caseId=${id}&status=finding`);
      await page.getByRole('button', { name: 'Tindak lanjut' }).click();
      await visitor.answer('Pejabat melengkapi alasannya');
      await visitor.open(`/audit?caseId=${id}&status=followed_up`);
      await page.getByRole('button', { name: 'Tutup temuan' }).click();
      await visitor.answer('Cukup');
    }),
  );

  step('5. what is owed stands in the calendar, is reminded of, and can be completed', () =>
    as('kepala.tujuan', async (visitor) => {
      const { page } = visitor;
      await visitor.open('/obligations?kind=evaluation');
      const duties = page.locator('[data-obligation]');
      await duties.first().waitFor();
      expect(await duties.count()).toBe(3);
      expect(await visitor.barriers()).toEqual([]);
      await duties.first().getByRole('button', { name: 'Selesaikan' }).click();
      await visitor.answer('Kinerja baik di tempat baru');
      await visitor.open('/obligations?kind=evaluation&status=done');
      await page.getByText('Kinerja baik di tempat baru').waitFor();
      await visitor.open('/notices');
      await page.locator('[data-row]').first().waitFor();
    }),
  );

  step('every page can be used by everybody, at a desk and on a phone, in both languages', async () => {
    const pages = [
      '/proposals',
      '/proposals/new',
      '/notices',
      '/map',
      '/performance',
      '/substitutes',
      '/imports',
      '/mail',
      '/projections',
      '/tokens',
      '/help',
    ];
    for (const at of ['desk', 'phone'] as const)
      await as(
        'admin',
        async (visitor) => {
          if (at === 'phone') await visitor.page.getByRole('button', { name: 'EN: English' }).click();
          for (const one of pages) {
            await visitor.open(one);
            await visitor.page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
            expect(await visitor.barriers()).toEqual([]);
            expect(
              await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            ).toBeLessThanOrEqual(0);
          }
          expect(await visitor.page.locator('html').getAttribute('lang')).toBe(at === 'phone' ? 'en' : 'id');
        },
        at,
      );
  });

  step('the browser had nothing to complain about', async () => {
    expect(theatre.complaints).toEqual([]);
  });
});

import { ok } from '../support/case-driver.js';
import { chromiumPath } from './chromium.js';
import { Theatre } from './theatre.js';
import type { Visitor } from './visitor.js';

const path = chromiumPath(process.env);

/** The second version of annual leave: HR looks at what is left before the official decides, whose stage is called otherwise. */
const changed = (document: string): string =>
  document
    .replace('version: 1\n', 'version: 2\n')
    .replace('    - decision\n', '    - verdict\n')
    .replace(
      '  - key: decision\n',
      `  - key: personnel
    kind: approval
    title: { id: Pemeriksaan sisa cuti, en: Check of the leave that is left }
    actor: HR_OFFICER
    verbs: { approve: { reason: optional }, reject: { reason: required } }
    deadline: { workingDays: 2, onPassed: wait, reminders: [1], escalations: [] }
  - key: verdict
`,
    );

/** A definition from draft to running cases, in a real browser. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('a definition in a browser', () => {
  let theatre: Theatre;
  const asked: string[] = [];

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    theatre = await Theatre.open(path);
    const employee = await theatre.cast.as('asn');
    for (const day of ['2027-05-03', '2027-06-07', '2027-06-14']) {
      const dossier = {
        type: 'current_year',
        from: day,
        until: day,
        reason: 'keluarga',
        address: 'Jalan Merdeka 1',
        phone: '08123456789',
      };
      const id = ok(await employee.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
      ok(await employee.post(`/cases/${id}/submission`));
      asked.push(id);
    }
    const head = await theatre.cast.as('kepala.asal');
    ok(await head.post(`/cases/${asked[0]}/decisions`, { stage: 'decision', verdict: 'approve' }));
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('is drafted by one person and tried on closed cases, which says what would have differed', async () => {
    await theatre.as('admin', async (visitor) => {
      await visitor.open('/definitions/leave');
      const { page } = visitor;
      const document = page.getByLabel('Isi definisi');
      await document.fill(changed((await document.inputValue()).replace('version: 2\n', 'version: 1\n')));
      await page.getByRole('button', { name: 'Simpan sebagai rancangan' }).click();
      await page.waitForURL(/version=(%22)?2/);
      await press(visitor, '[data-deed="back-test"]');
      await page.getByText('Dari 1 berkas selesai, 1 akan berbeda.').waitFor();
      const row = page.locator('[data-table="differing"] tbody tr');
      await row.getByText('Pemeriksaan sisa cuti').waitFor();
      expect(await row.getByRole('link').getAttribute('href')).toBe(`/cases/${asked[0]}`);
      expect(await visitor.barriers()).toEqual([]);
    });
  }, 120_000);

  it('is accepted and published by another', async () => {
    await theatre.as('kepala.bkpsdm', async (visitor) => {
      await visitor.open('/definitions/leave?version=2');
      const { page } = visitor;
      await page.getByRole('button', { name: 'Terima rancangan' }).click();
      await visitor.answer('sudah dibaca');
      await page.getByRole('button', { name: 'Terbitkan' }).click();
      await visitor.answer();
      await page.getByText('berlaku: versi 2').first().waitFor();
    });
  }, 120_000);

  it('takes running cases over, once it is said which stage becomes which; one stays behind on purpose', async () => {
    await theatre.as('kepala.bkpsdm', async (visitor) => {
      await visitor.open('/definitions/leave?version=2');
      const { page } = visitor;
      await press(visitor, '[data-deed="preview"]');
      await page.getByText('2 berkas bermasalah').waitFor();
      await page.getByText('tidak ada pada versi tujuan').first().waitFor();
      expect(await page.locator('[data-deed="migrate"]').isDisabled()).toBe(true);
      await page.locator('select[data-map="decision"]').selectOption('verdict');
      await press(visitor, '[data-deed="preview"]');
      await page.getByText('2 berkas dapat dipindahkan').waitFor();
      await page.locator(`[data-case="${asked[2]}"] input[type="checkbox"]`).focus();
      await page.keyboard.press('Space');
      await page.getByText('1 berkas ditinggalkan pada versinya').waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await press(visitor, '[data-deed="migrate"]');
      await visitor.dialog.getByText('1 berkas sengaja ditinggalkan').waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await visitor.answer('aturan baru berlaku');
      await page.getByText('1 berkas dipindahkan ke versi 2.').waitFor();
    });
    const employee = await theatre.cast.as('asn');
    const versions = asked
      .slice(1)
      .map(async (id) => ok(await employee.get(`/cases/${id}`)).body.at('definition', 'version').value);
    expect(await Promise.all(versions)).toEqual([2, 1]);
  }, 120_000);

  it('is drawn on the page of the case with its new stage marked, also on a phone', async () => {
    for (const seat of ['desk', 'phone'] as const)
      await theatre.as(
        'kepala.asal',
        async (visitor) => {
          await visitor.open(`/cases/${asked[1]}`);
          const { page } = visitor;
          await page.locator('details.fold > summary').focus();
          await page.keyboard.press('Enter');
          const marked = page.locator('.bpmn [data-state="current"]');
          await marked.waitFor();
          expect(await marked.getAttribute('data-node')).toBe('stage_verdict');
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
          expect(await visitor.barriers()).toEqual([]);
        },
        seat,
      );
  }, 120_000);

  it('shows the migration to nobody who may not order it', async () => {
    await theatre.as('verifikator', async (visitor) => {
      await visitor.open('/definitions/leave?version=2');
      expect(await visitor.page.locator('#migration').count()).toBe(0);
    });
    expect(theatre.complaints).toEqual([]);
  }, 60_000);
});

/** By the keyboard alone. */
const press = async ({ page }: Visitor, selector: string): Promise<void> => {
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
};

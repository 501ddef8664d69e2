import { CaseDriver } from '../support/case-driver.js';
import { chromiumPath } from './chromium.js';
import { type Seat, Theatre } from './theatre.js';
import type { Visitor } from './visitor.js';

const path = chromiumPath(process.env);

/** Where the keyboard is: the name of what has the focus, or of the part of the page. */
const held = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'nothing';
    return at.id === 'main' ? 'main' : (at.getAttribute('aria-label') ?? at.textContent ?? '').trim();
  });

/** The pages by keys alone, and on paper. Where CI is set, a missing Chromium is a failure. */
(path === undefined && !process.env.CI ? describe.skip : describe)('without a mouse', () => {
  let theatre: Theatre;
  let id: string;
  let draft: string;
  const as = (username: string, work: (visitor: Visitor) => Promise<void>, at?: Seat) => theatre.as(username, work, at);
  const holds = (visitor: Visitor, name: string) =>
    visitor.page.waitForFunction(
      (wanted) => {
        const at = document.activeElement;
        const said = at?.id === 'main' ? 'main' : (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim();
        return said.startsWith(wanted);
      },
      name,
      { timeout: 5_000 },
    );

  beforeAll(async () => {
    if (path === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
    theatre = await Theatre.open(path);
    const { cast } = theatre;
    const driver = new CaseDriver(cast);
    const posts = await cast.vacantPostsOf('kepala.tujuan');
    const post = posts[0]?.text('id') ?? '';
    id = await driver.drafted(await cast.idOf('asn'), post);
    await driver.submitted(id);
    const head = await cast.as('kepala.asal');
    const people = (await head.get(`/employees?unit=${await cast.agencyOf('kepala.asal')}&limit=20`)).body.list('items');
    const other = people.map((person) => person.text('id')).find((person) => person !== id && person !== '') ?? '';
    draft = await driver.drafted(other, post);
  }, 240_000);
  afterAll(async () => theatre?.close(), 60_000);

  it('one signs in, skips the menu, opens a case, decides it with a reason, and is never nowhere', async () => {
    await as('kepala.tujuan', async (visitor) => {
      const { page } = visitor;
      await page.context().clearCookies();
      await page.goto(`${visitor.url}/login`);
      await page.getByLabel('Nama pengguna').focus();
      await page.keyboard.type('kepala.tujuan');
      await page.keyboard.press('Tab');
      await page.keyboard.type('kepahiang');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/inbox');
      await page.locator(`a[href="/proposals/${id}"]`).waitFor();

      await page.reload();
      await page.locator(`a[href="/proposals/${id}"]`).waitFor();
      await page.keyboard.press('Tab');
      expect(await held(visitor)).toBe('Langsung ke isi');
      await page.keyboard.press('Enter');
      await holds(visitor, 'main');
      await page.keyboard.press('Tab');
      expect(await held(visitor)).toMatch(/^Menunggu saya/);

      await page.locator(`a[href="/proposals/${id}"]`).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/proposals/${id}`);
      await holds(visitor, 'main');
      const approve = page.locator('[data-verb="approve"]');
      await approve.focus();
      await page.keyboard.press('Enter');
      await visitor.dialog.locator('textarea:focus').waitFor();
      await page.keyboard.press('Escape');
      await holds(visitor, 'Terima');
      await page.keyboard.press('Enter');
      await visitor.dialog.locator('textarea:focus').waitFor();
      await page.keyboard.type('Kami membutuhkannya');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await visitor.dialog.waitFor({ state: 'hidden' });
      await page.getByText('Kami membutuhkannya').first().waitFor();
      await page.locator('[data-verb="approve"]').waitFor({ state: 'detached' });
      await holds(visitor, 'main');
    });
  }, 120_000);

  it('on a phone the menu is passed by while it is shut, and given back by Escape', async () => {
    await as(
      'bupati',
      async (visitor) => {
        const { page } = visitor;
        const walked: string[] = [];
        for (let step = 0; step < 9; step += 1) {
          await page.keyboard.press('Tab');
          walked.push(await held(visitor));
        }
        expect(walked).toContain('Buka menu');
        expect(walked).not.toContain('Peta jabatan');
        expect(walked.some((name) => name.startsWith('Menunggu saya'))).toBe(true);
        await page.getByRole('button', { name: 'Buka menu' }).focus();
        await page.keyboard.press('Enter');
        await holds(visitor, 'Kotak masuk');
        await page.keyboard.press('Escape');
        await holds(visitor, 'Buka menu');
      },
      'phone',
    );
  }, 60_000);

  it('a filter that is emptied, a question that is not answered and a calendar give the focus back', async () => {
    await as('kepala.asal', async (visitor) => {
      const { page } = visitor;
      await visitor.open('/proposals?query=zzzz');
      await page.getByRole('button', { name: 'Hapus saringan' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.search === '');
      await page.getByLabel('Cari', { exact: true }).and(page.locator(':focus')).waitFor();

      await visitor.open(`/proposals/${draft}`);
      await page.getByRole('button', { name: 'Tindakan lain' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await visitor.dialog.locator('textarea:focus').waitFor();
      await page.keyboard.press('Escape');
      await holds(visitor, 'Tindakan lain');

      await page.locator('[data-upload]').first().focus();
      await page.keyboard.press('Enter');
      const day = visitor.dialog.getByRole('button', { name: /^Tanggal surat/ });
      await day.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Bulan berikutnya' }).waitFor();
      expect(await visitor.barriers()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bulan berikutnya' }).waitFor({ state: 'hidden' });
      expect(await visitor.dialog.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await visitor.dialog.waitFor({ state: 'hidden' });
      await holds(visitor, 'Ganti');
    });
  }, 60_000);

  it('on paper stands who printed it and when, and nothing that can be pressed', async () => {
    await as('kepala.bkpsdm', async (visitor) => {
      const { page } = visitor;
      for (const one of [`/proposals/${id}`, '/obligations', '/proposals', '/inbox', '/map']) {
        await visitor.open(one);
        await page.emulateMedia({ media: 'print' });
        await page
          .getByText(/Dicetak .* WIB oleh /)
          .first()
          .waitFor();
        const pressed = page.locator(
          '.mantine-Button-root, .mantine-Input-input, [role="radiogroup"], [role="tablist"], header, nav',
        );
        const seen = await pressed.evaluateAll((all) =>
          all
            .filter((each) => each.checkVisibility() && each.getAttribute('data-print') !== 'keep')
            .map((each) => each.outerHTML),
        );
        expect(seen).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      }
    });
  }, 60_000);

  it('the browser had nothing to complain about', () => {
    expect(theatre.complaints.filter((said) => !said.includes('status of 401'))).toEqual([]);
  });
});

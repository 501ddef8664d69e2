import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { pdf } from '../support/case-driver.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const heights = { desk: 860, phone: 740 };
const widths = { desk: 1280, phone: 360 };

/** Somebody at a browser. What the browser complains about is kept in `complaints`. */
export class Visitor {
  private constructor(
    readonly page: Page,
    readonly url: string,
    readonly complaints: string[],
  ) {}

  /** Signs in by the name on the demo's sign-in page. */
  static async signIn(browser: Browser, url: string, username: string, at: keyof typeof widths = 'desk'): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: widths[at], height: heights[at] },
      locale: 'id-ID',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    // Of every 422 the browser says that a resource failed; to the page it is an answer.
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().includes('status of 422'))
        complaints.push(`${username}: ${said.text()} ${said.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(`${username}: ${error.message}`));
    await page.goto(`${url}/login`);
    const visitor = new Visitor(page, url, complaints);
    await visitor.page.locator(`[data-account="${username}"]`).click();
    await page.waitForURL('**/inbox');
    await page.locator('#main h1').waitFor();
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.page.locator('#main h1').waitFor();
  }

  /** From the inbox to the case, as one does: by its card. */
  async openFromInbox(id: string, view = 'waiting'): Promise<void> {
    await this.open(view === 'waiting' ? '/inbox' : `/inbox?view=${view}`);
    await this.page.locator(`a[href="/proposals/${id}"]`).first().click();
    await this.page.waitForURL(`**/proposals/${id}`);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses the button of the decision bar, gives the reason and confirms. */
  async act(verb: string, reason?: string): Promise<void> {
    await this.page.locator(`[data-verb="${verb}"]`).first().click();
    await this.answer(reason);
  }

  /** Answers the dialog that is open and waits until it has closed, which it does only when all was recorded. */
  async answer(reason?: string): Promise<void> {
    if (reason !== undefined) await this.dialog.locator('textarea:not([aria-hidden])').fill(reason);
    await this.dialog.locator('button[type="submit"]').click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async upload(type: string): Promise<void> {
    const row = this.page.locator(`[data-document="${type}"]`);
    await row.locator('[data-upload]').click();
    const choosing = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: 'Pilih berkas' }).click();
    const { name, type: mimeType, bytes } = pdf(type);
    await (await choosing).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    await this.answer();
    await row.getByText(name).waitFor();
  }

  /** The types of the papers that can be uploaded here. */
  uploadable(): Promise<readonly string[]> {
    return this.page
      .locator('[data-upload]')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-upload') ?? ''));
  }

  /** Violations that keep somebody out: axe's serious and critical ones, one line each. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${location.pathname} ${id}: ${html.slice(0, 160)}`));
    });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

type AxeResult = { violations: { id: string; impact: string | null; nodes: { html: string }[] }[] };

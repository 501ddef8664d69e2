import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { AlurProcess } from '../support/alur-process.js';
import { Cast } from '../support/cast.js';
import { openChromium } from './chromium.js';
import { Visitor } from './visitor.js';

export type Seat = 'desk' | 'phone';
const failures = join('dist', 'browser-failures');

/** Alur with the small demo, a browser, and whoever comes in. */
export class Theatre {
  readonly complaints: string[] = [];

  private constructor(
    private readonly alur: AlurProcess,
    private readonly browser: Browser,
    readonly cast: Cast,
  ) {}

  static async open(chromium: string): Promise<Theatre> {
    const alur = await AlurProcess.start(mkdtempSync(join(tmpdir(), 'alur-browser-')));
    return new Theatre(alur, await openChromium(chromium), new Cast(alur.url));
  }

  get url(): string {
    return this.alur.url;
  }

  /** Somebody comes in, works and leaves. What he saw when it went wrong lies in `dist/browser-failures`. */
  async as(username: string, work: (visitor: Visitor) => Promise<void>, at: Seat = 'desk'): Promise<void> {
    const visitor = await Visitor.signIn(this.browser, this.url, username, at);
    try {
      await work(visitor);
    } catch (error) {
      mkdirSync(failures, { recursive: true });
      await visitor.page.screenshot({ path: join(failures, `${username}.png`), fullPage: true });
      throw error;
    } finally {
      this.complaints.push(...visitor.complaints);
      await visitor.leave();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.alur.stop();
    rmSync(this.alur.dataDir, { recursive: true, force: true });
  }
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: `CHROMIUM_PATH`, or where packages put it; nothing where there is none. */
export const chromiumPath = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  [env.CHROMIUM_PATH, ...usual].find((path) => path !== undefined && existsSync(path));

const quiet = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];

export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: quiet.map((name) => `--${name}`) });

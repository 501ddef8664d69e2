import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog, readConfig } from '@app/platform';
import { startAlur } from '../../apps/api/src/start.js';
import { Closing } from '../../apps/worker/src/closing.js';
import { demoInto } from './demo-data.js';

/** The whole of Alur with the small demo, in this process, on its own data folder and a free port. */
export type RunningAlur = Readonly<{ url: string; dataDir: string; close: () => Promise<void> }>;

type Settings = Readonly<Record<string, string>>;

/** @param settings environment settings over those of a small demo */
export const startTestAlur = async (settings: Settings = {}): Promise<RunningAlur> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'alur-e2e-'));
  await demoInto(dataDir, settings, async (folder) => (await startOn(folder, {})).close());
  const { url, close } = await startOn(dataDir, settings);
  const remove = async () => {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, close: remove };
};

const startOn = async (dataDir: string, settings: Settings): Promise<Omit<RunningAlur, 'dataDir'>> => {
  const config = readConfig(
    { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', DEMO: 'small', LOG_LEVEL: 'warn', ...settings },
    {},
  );
  const log = openLog(config.logLevel);
  const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
  const said: string[] = [];
  const close = () => closing.close();
  try {
    await startAlur(config, { log, closing, say: (line) => said.push(line) });
  } catch (error) {
    await close();
    throw error;
  }
  const url = said.map((line) => /^ready: (\S+)/.exec(line)?.[1]).find((found) => found !== undefined);
  if (url === undefined) throw new Error(`Alur did not say that it is ready: ${said.join(' | ')}`);
  return { url: url.replace('localhost', '127.0.0.1'), close };
};

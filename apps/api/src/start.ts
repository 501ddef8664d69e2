import { setTimeout as pause } from 'node:timers/promises';
import { texts } from '@app/domain/policies';
import {
  Accounts,
  Answers,
  type AnswerTables,
  type AuthTables,
  type Config,
  Health,
  LiveFeed,
  type Log,
  masterKeyOf,
  Metrics,
  platformTexts,
  translator,
} from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openPostgresIncidents } from '@app/event-store/adapters/postgres-incidents';
import type { Closing } from '../../worker/src/closing.js';
import { openDomain } from '../../worker/src/domain.js';
import { openFoundation } from '../../worker/src/foundation.js';
import { startProjections } from '../../worker/src/projections.js';
import { Settings } from '../../worker/src/settings.js';
import { watchReadModels } from '../../worker/src/watch.js';
import { watchLag } from '../../worker/src/watch-lag.js';
import { startWorker } from '../../worker/src/worker.js';
import { appModule } from './app.module.js';
import { rimTexts } from './http/texts.js';
import { openSignIn } from './start-sign-in.js';
import { becomeDemo } from './start-demo.js';
import { checkPort } from './start-port.js';
import { openHttp } from './start-http.js';

/** Takes no more, and answers what has been asked. Connections that are done are let go at once, those that hang after a while. */
const finished = async (app: NestFastifyApplication): Promise<void> => {
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), finishMs);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
};

/** For requests that are being answered when the end comes. */
const finishMs = 3_000;

export type Around = Readonly<{ log: Log; closing: Closing; say: (line: string) => void }>;

/** Starts Alur: the api, and in the embedded profile the worker's parts in the same process. Resolves when it is ready. */
export const startAlur = async (config: Config, { log, closing, say }: Around): Promise<void> => {
  await checkPort(config);
  if (config.profile === 'embedded') say(`data folder: ${config.dataDir}`);
  const foundation = await openFoundation(config, log, closing);
  const settings = new Settings(foundation.db);
  await settings.open();
  const accounts = new Accounts(foundation.db.withTables<AuthTables>());
  await accounts.open();
  const answers = new Answers(foundation.db.withTables<AnswerTables>(), masterKeyOf(config));
  await answers.open();

  const projections = await startProjections(foundation);
  const domain = await openDomain(foundation, projections);
  const [health, metrics, feed] = [new Health(), new Metrics(), new LiveFeed()];
  watchReadModels({ foundation, projections, health, metrics });
  const incidents = await openPostgresIncidents(foundation.pool, projections);
  watchLag({ foundation, metrics, projections, incidents });
  closing.add(
    'the live feed',
    projections.onChange(({ names, position }) => names.forEach((name) => feed.publish(name, position))),
  );
  if (config.profile === 'embedded') await startWorker({ foundation, domain, projections, health, metrics });

  const demo = await becomeDemo({ foundation, domain, projections, accounts, settings, say });
  const translate = translator(platformTexts, rimTexts, texts);
  const signIn = openSignIn(foundation, accounts, domain);
  const module = appModule({
    foundation,
    domain,
    projections,
    incidents,
    accounts,
    answers,
    signIn,
    feed,
    health,
    metrics,
    translate,
    demo,
  });
  const app = await openHttp({ config, log, health, metrics, translate, module });
  closing.add('HTTP', async () => {
    health.drain();
    await pause(config.drainSeconds * 1000); // whoever sends requests here learns of it
    feed.close();
    await finished(app);
  });
  await app.listen(config.port, config.host);
  const { port } = new URL(await app.getUrl());
  say(`ready: http://localhost:${port}`);
  if (demo)
    say(
      'demo: accounts asn, kepala.asal, kepala.tujuan, verifikator, kepala.bkpsdm, tpk.1 … tpk.5, sekda, bupati, auditor, admin; password kepahiang',
    );
};

import { type Demo, seedDemo } from '@app/domain/staffing';
import type { ProjectionRunner } from '@app/event-store';
import type { Accounts } from '@app/platform';
import { type Domain, personIdOf } from '../../worker/src/domain.js';
import type { Foundation } from '../../worker/src/foundation.js';
import type { Settings } from '../../worker/src/settings.js';
import { progressBar } from './start-progress.js';

export type DemoParts = Readonly<{
  foundation: Foundation;
  domain: Domain;
  projections: ProjectionRunner;
  accounts: Accounts;
  settings: Settings;
  say: (line: string) => void;
}>;

const password = 'kepahiang';

/**
 * Makes an installation a demo at its first start, if the settings want one; a load that was cut short is taken up again.
 * @returns whether this is a demo, which is decided once
 */
export const becomeDemo = async (parts: DemoParts): Promise<boolean> => {
  const { settings, foundation, say } = parts;
  const decided = await settings.read('demo');
  if (decided === 'loaded' || decided === 'none') return decided === 'loaded';
  const [wanted = 'none', year = foundation.clock.today().slice(0, 4)] = (decided ?? foundation.config.demo).split(' ');
  if (wanted === 'none') {
    await settings.write('demo', 'none');
    return false;
  }
  await settings.write('demo', `${wanted} ${year}`);
  say('loading the demo: a made-up regency …');
  const { accounts } = await seed(parts, Number(year), wanted === 'small');
  for (const [username, personId] of accounts) await parts.accounts.upsert({ username, password, personId });
  await settings.write('demo', 'loaded');
  await caughtUp(parts);
  return true;
};

const seed = async ({ domain, foundation }: DemoParts, year: number, small: boolean): Promise<Demo> => {
  const { config, vault, clock } = foundation;
  const { offices, importer } = domain;
  const bar = progressBar();
  try {
    return await seedDemo(
      {
        importer,
        tenant: config.tenant,
        personId: personIdOf(vault),
        grant: (grant, meta) => offices.execute({ type: 'GrantOffice', data: { ...grant, until: null } }, meta),
      },
      { year, small, at: clock.now(), tell: bar.tell },
    );
  } finally {
    bar.stop();
  }
};

const caughtUp = async ({ foundation: { store }, projections }: DemoParts) => {
  const head = await store.head();
  if (head) await projections.waitFor(head, undefined, 120_000);
};

import { v5 as uuidV5 } from 'uuid';
import type { CommandMeta } from '@app/event-store';
import { tenantNamespace } from '../ids.js';
import type { Importer, Progress } from '../import/importer.js';
import { generateDemo, type DemoOptions } from './generate.js';
import { demoWorkbook } from './write.js';

/** What the demo needs from elsewhere. `grant` is another context's business. */
export type DemoParts = Readonly<{
  importer: Importer;
  tenant: string;
  personId: (nip: string) => string;
  grant: (
    asked: Readonly<{ office: string; person: string; from: string; letter: string; at: string }>,
    meta: CommandMeta,
  ) => Promise<unknown>;
}>;

export type Demo = Readonly<{
  /** Account name to person id. */
  accounts: ReadonlyMap<string, string>;
  /** The vacant post for which `asn` passes the checks; its import code. */
  target: string;
  /** How many events were new: 0 where the demo was there already. */
  changes: number;
}>;

/** Brings the made-up regency in, through the import that real data comes through, and grants its offices. Repeatable. */
export const seedDemo = async (
  { importer, tenant, personId, grant }: DemoParts,
  { at, tell, ...options }: DemoOptions & Readonly<{ at: string; tell?: (progress: Progress) => void }>,
): Promise<Demo> => {
  const demo = generateDemo(options);
  const { report, changes } = await importer.import(await demoWorkbook(demo), { actor: 'system:demo', at }, tell);
  if (report.bad.length > 0) throw new Error(`the demo does not pass its own import: ${JSON.stringify(report.bad.slice(0, 3))}`);
  for (const { office, nip } of demo.grants) {
    const person = personId(nip);
    const commandId = uuidV5(`demo-grant:${office}:${person}`, tenantNamespace(tenant));
    const meta = { actor: 'system:demo', commandId, correlationId: commandId, causationId: commandId, at, tenant };
    await grant(
      { office, person, from: `${options.year}-01-01`, letter: `800/${office.toUpperCase()}/${options.year}`, at },
      meta,
    );
  }
  return {
    accounts: new Map(Object.entries(demo.accounts).map(([username, nip]) => [username, personId(nip)])),
    target: demo.target,
    changes,
  };
};

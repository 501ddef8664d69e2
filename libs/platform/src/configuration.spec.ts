import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z, type ZodType } from 'zod';
import { type Profile, settingsOf } from './settings.js';

const page = readFileSync(fileURLToPath(new URL('../../../docs/configuration.md', import.meta.url)), 'utf8');

/** The rows of the page's tables: variable, what each profile asks, the default. */
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` \| (\S+) \| (\S+) \| (\S+) \| (.*?) \|/gm)].map(
    ([, name = '', embedded, server, cluster, preset = '']) => [name, { embedded, server, cluster, preset }] as const,
  ),
);
const profiles: readonly Profile[] = ['embedded', 'server', 'cluster'];
const accepts = (profile: Profile, name: string): ZodType | undefined =>
  Object.entries<ZodType>(settingsOf[profile].shape).find(([key]) => key === name)?.[1];
const names = [...new Set(profiles.flatMap((profile) => Object.keys(settingsOf[profile].shape)))].filter(
  (name) => name !== 'PROFILE',
);

describe('docs/configuration.md', () => {
  it('tells every variable there is, and none that is not', () => {
    expect([...rows.keys()].filter((name) => name !== 'PROFILE').sort()).toEqual([...names].sort());
  });

  it.each(names)('tells of %s what the schema does: who must give it, and its default', (name) => {
    for (const profile of profiles) {
      const field = accepts(profile, name);
      const optional = field?.safeParse(undefined).success;
      expect([profile, rows.get(name)?.[profile]]).toEqual([profile, field ? (optional ? 'may' : 'must') : '–']);
      const { data: preset } = z
        .union([z.boolean().transform(Number), z.string(), z.number()])
        .safeParse(field?.safeParse(undefined).data);
      if (preset !== undefined) expect(rows.get(name)?.preset).toBe(`\`${preset}\``);
    }
  });
});

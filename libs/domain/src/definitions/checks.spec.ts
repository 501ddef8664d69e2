import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

describe('what is checked of a definition', () => {
  it('stands in docs/engine/checks.md, each by its code', () => {
    const here = join(import.meta.dirname, '../../../workflow/src');
    const sources = readdirSync(here).filter((file) => /^(check|condition)-.*(?<!spec)\.ts$/.test(file));
    const codes = sources.flatMap((file) =>
      [...readFileSync(join(here, file), 'utf8').matchAll(/(?:found\(\s*(?:\w+, |'\w+', |`[^`]*`, )?|code: )'([a-z-]+)'/g)].map(
        ([, code]) => code ?? '',
      ),
    );
    const rows = readFileSync(join(here, '../../../docs/engine/checks.md'), 'utf8');
    expect(codes).toEqual(
      expect.arrayContaining(['seats', 'unknown-role', 'one-holder', 'vacancy-loop', 'return-target', 'syntax', 'types', 'join']),
    );
    expect(
      [...new Set(codes)].filter((code) => !rows.includes(`\`${code}\``) && !rows.includes(`\`condition.${code}\``)),
    ).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, reminders } from '@app/domain/obligations';
import { catalogues, policies, projections, texts } from './catalogue.js';
import { personalFields } from './personal-fields.js';

const root = join(import.meta.dirname, '../../../..');
const eventTypes = new Set(readdirSync(join(root, 'docs/events')).map((name) => name.replace(/\.v\d+\.json$/, '')));

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
const unknown = (handlers: object) => Object.keys(handlers).filter((type) => !eventTypes.has(type));

describe('the catalogue', () => {
  it('names every read model and every policy once', () => {
    expect(twice(projections.map(({ name }) => name))).toEqual([]);
    expect(twice(policies.map(({ name }) => name))).toEqual([]);
  });

  it('handles no event that does not exist', () => {
    for (const { name, on } of [...projections, ...policies]) expect([name, unknown(on)]).toEqual([name, []]);
    expect(unknown(personalFields)).toEqual([]);
  });

  it('has each text once, in both languages, with the same facts', () => {
    expect(twice(Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue)))).toEqual([]);
    const factsOf = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name.replace(/^W/, 'w').replace(/En$/, 'Id')).sort();
    for (const [code, { id, en }] of Object.entries(texts)) {
      expect([code, id.trim() !== '', en.trim() !== '']).toEqual([code, true, true]);
      expect([code, factsOf(en)]).toEqual([code, factsOf(id)]);
    }
  });

  it('has a text for every duty, every reminder and every end of a case', () => {
    const needed = [
      ...Object.values(kinds).flatMap(({ steps }) => steps.map(({ code }) => code)),
      ...reminders.map(({ code }) => `obligation-${code}`),
      ...['before-1', 'after-1'].map((code) => `review-${code}`),
      ...['before', 'after', 'escalation', 'opened', 'vacant', 'silent', 'overdue'].map((code) => `stage-${code}`),
      ...['approved', 'rejected', 'withdrawn', 'cancelled', 'returned'].map((code) => `case-${code}`),
    ];
    expect(needed.filter((code) => !Object.hasOwn(texts, code))).toEqual([]);
  });
});

it('the event catalogue under docs/events is what the types say', () => {
  expect(execFileSync('node', [join(root, 'scripts/event-catalogue.mjs'), '--check'], { encoding: 'utf8' })).toMatch(
    /^\d+ event types/,
  );
}, 120_000);

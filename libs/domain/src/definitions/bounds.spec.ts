import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsed } from './read.js';

const folder = join(import.meta.dirname, '../../../../definitions');
const within = (ms: number, text: string) => {
  const start = performance.now();
  const read = parsed(text);
  expect(performance.now() - start).toBeLessThan(ms);
  return 'value' in read ? 'read' : read.code;
};

describe('what is written as a definition', () => {
  it('is read where people wrote it', async () => {
    for (const file of ['internal-rotation.yaml', 'leave.yaml', 'leave.dossier.schema.json'])
      expect(within(1_000, await readFile(join(folder, file), 'utf8'))).toBe('read');
    expect(within(1_000, `a: ${'['.repeat(40)}${']'.repeat(40)}`)).toBe('read');
  });
  it('is not read where it would hold the process up, or end it', () => {
    const texts = [
      '- '.repeat(50_000),
      '? '.repeat(50_000),
      '['.repeat(100_000),
      '{"a":'.repeat(90_000),
      '[ [ # ]]]]\n'.repeat(10_000),
      `{${Array.from({ length: 40_000 }, (_, n) => `a${n}: 1`).join(',')}}`,
      Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}- a:`).join('\n'),
      `a: "${'b\n'.repeat(200_000)}`,
    ];
    expect(texts.map((text) => within(3_000, text))).toEqual(texts.map(() => 'too-large'));
  });
  it('does not stand for more than it says, nor for itself', () => {
    const list = `a: &a [${'x,'.repeat(15_000)}]\n`;
    expect(within(3_000, list + Array.from({ length: 60 }, (_, n) => `b${n}: *a`).join('\n'))).toBe('too-large');
    expect(within(1_000, 'a: &a { b: *a }')).toBe('too-large');
    expect(within(1_000, '&a [*a]')).toBe('too-large');
  });
});

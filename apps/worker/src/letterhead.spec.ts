import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLetterhead } from './letterhead.js';

describe('a letterhead', () => {
  const written = async (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-letterhead-'));
    const letterhead = join(folder, 'letterhead.json');
    writeFileSync(letterhead, text);
    return readLetterhead({ letterhead }).finally(() => rmSync(folder, { recursive: true }));
  };
  const lebong = {
    government: { id: 'Pemerintah Kabupaten Lebong', en: 'Government of Lebong Regency' },
    signatoryTitle: 'BUPATI LEBONG',
    place: 'Tubei',
    foundingLaws: [],
    copies: ['Arsip.'],
  };

  it('comes with the program, and another government has its own', async () => {
    expect((await readLetterhead({ letterhead: undefined })).signatoryTitle).toBe('BUPATI KEPAHIANG');
    expect(await written(JSON.stringify(lebong))).toEqual(lebong);
  });

  it('that lacks something, or has too much, is refused with all of it', async () => {
    const { place: _, ...rest } = lebong;
    await expect(written(JSON.stringify({ ...rest, copies: [], seal: 'x' }))).rejects.toThrow(/place:[^]*copies:[^]*seal/);
    await expect(written('{')).rejects.toThrow('is no JSON');
    await expect(readLetterhead({ letterhead: '/nowhere/letterhead.json' })).rejects.toThrow('cannot be read');
  });
});

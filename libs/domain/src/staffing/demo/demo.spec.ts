import { jest } from '@jest/globals';
import { readNip } from '../nip.js';
import { generateDemo } from './generate.js';
import { demoWorkbook } from './write.js';

jest.setTimeout(120_000);

const demo = generateDemo({ year: 2026 });
const by = (username: string) => demo.people.find(({ nip }) => nip === demo.accounts[username]);

describe('the made-up regency', () => {
  it('is the same for the same seed and year, down to the file', async () => {
    expect(generateDemo({ year: 2026 })).toEqual(demo);
    const first = await demoWorkbook(generateDemo({ year: 2026, small: true }));
    jest.useFakeTimers({
      now: new Date('2026-12-24T08:00:00Z'),
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout', 'queueMicrotask'],
    });
    const later = await demoWorkbook(generateDemo({ year: 2026, small: true }));
    jest.useRealTimers();
    expect(Buffer.compare(first, later)).toBe(0);
  });

  it('has about four thousand people with numbers that are valid and their own', () => {
    expect(demo.people.length).toBeGreaterThan(3_700);
    expect(demo.people.length).toBeLessThan(4_300);
    expect(new Set(demo.people.map(({ nip }) => nip)).size).toBe(demo.people.length);
    for (const { nip, type, birthDate } of demo.people)
      if (type === 'PNS' || type === 'CPNS') expect(readNip(nip)).toMatchObject({ birthDate });
  });

  it('has the eight districts, vacancies, contracts, candidates and some sanctions', () => {
    expect(demo.units.filter(({ kind }) => kind === 'KECAMATAN')).toHaveLength(8);
    const held = new Map<string, number>();
    for (const { post } of demo.people) held.set(post, (held.get(post) ?? 0) + 1);
    const vacant = demo.posts.reduce((sum, { code, need }) => sum + Math.max(0, need - (held.get(code) ?? 0)), 0);
    expect(vacant).toBeGreaterThan(200);
    const count = (test: (one: (typeof demo.people)[number]) => boolean) => demo.people.filter(test).length;
    expect(count(({ type }) => type === 'PPPK')).toBeGreaterThan(300);
    expect(count(({ type }) => type === 'CPNS')).toBeGreaterThan(10);
    expect(count(({ sanctions }) => sanctions !== '')).toBeGreaterThan(10);
  });

  it('has everybody that the demo needs, each a person of his own', () => {
    expect(Object.keys(demo.accounts).sort()).toEqual(
      [
        'admin',
        'asn',
        'auditor',
        'bupati',
        'kepala.asal',
        'kepala.bkpsdm',
        'kepala.tujuan',
        'sekda',
        'tpk.1',
        'tpk.2',
        'tpk.3',
        'tpk.4',
        'tpk.5',
        'verifikator',
      ].sort(),
    );
    expect(new Set(Object.values(demo.accounts)).size).toBe(14);
    expect(by('asn')?.post.split('.')[0]).toBe(by('kepala.asal')?.post.split('.')[0]);
    expect(demo.target.split('.')[0]).toBe(by('kepala.tujuan')?.post.split('.')[0]);
  });

  it('lists its hero first among the people of his agency, and his post first among its vacant ones', () => {
    const names = demo.people.filter(({ post }) => post.startsWith('DKP.')).map(({ name }) => name);
    expect([...names].sort()[0]).toBe(by('asn')?.name);
    expect(names.length).toBeLessThan(50);
    const held = (code: string) => demo.people.filter(({ post }) => post === code).length;
    const vacant = demo.posts
      .filter(({ unit, code, need }) => unit === 'BAPPEDA' && held(code) < need)
      .sort((a, b) => (a.title < b.title ? -1 : 1));
    expect(vacant[0]?.code).toBe(demo.target);
  });
});

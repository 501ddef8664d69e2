import { createRequire } from 'node:module';
import fc from 'fast-check';
import { canonical } from './canonical.js';

const canonicalize = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string;
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

describe(`canonical JSON (seed ${seed})`, () => {
  it('is what the package `canonicalize` makes of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => expect(canonical(value)).toBe(canonicalize(value))),
      { seed, verbose: 1 },
    );
  });

  it('is the example of RFC 8785, section 3.2.3', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by code unit, and has no place for what is absent', () => {
    expect(canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7, gone: undefined })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
    expect(canonical([undefined, -0])).toBe('[null,0]');
    expect(canonical({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('refuses numbers that JSON cannot say', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n]) expect(() => canonical({ value })).toThrow(/not JSON/);
  });
});

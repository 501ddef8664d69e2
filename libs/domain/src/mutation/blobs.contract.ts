import { sha256Of } from './hash.js';
import type { Blobs } from './blobs.js';

/** What every store of bytes promises. Each adapter's spec is one call of this function. */
export const itKeepsBlobs = (name: string, open: () => Promise<Readonly<{ blobs: Blobs; close: () => Promise<void> }>>) =>
  describe(`${name} keeps bytes`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(() => opened.close());

    it('gives back the bytes under their hash', async () => {
      const bytes = Buffer.from([0, 255, 1, 254, 0]);
      const hash = await opened.blobs.put({ mime: 'image/png', bytes });
      expect(hash).toBe(sha256Of(bytes));
      expect(await opened.blobs.get(hash)).toEqual({ mime: 'image/png', bytes });
    });

    it('keeps the same bytes once', async () => {
      const bytes = Buffer.from('surat usul');
      const [first, second] = await Promise.all([1, 2].map(() => opened.blobs.put({ mime: 'application/pdf', bytes })));
      expect(first).toBe(second);
    });

    it('has nothing under another hash', async () => {
      expect(await opened.blobs.get('0'.repeat(64))).toBeUndefined();
    });

    it('keeps ten megabytes', async () => {
      const bytes = Buffer.alloc(10 * 1024 * 1024, 7);
      const hash = await opened.blobs.put({ mime: 'application/pdf', bytes });
      expect((await opened.blobs.get(hash))?.bytes.equals(bytes)).toBe(true);
    });
  });

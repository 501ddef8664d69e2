import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { drained } from './drained.js';

describe('what is left of a refused request', () => {
  it('is read to its end', async () => {
    const body = new PassThrough();
    body.write(Buffer.alloc(100_000));
    const reading = drained(body);
    body.end(Buffer.alloc(100_000));
    await reading;
    expect(body.readableEnded).toBe(true);
  });

  it('is left where its sender goes away, or it has been read', async () => {
    const [broken, read] = [new PassThrough(), new PassThrough()];
    const reading = drained(broken);
    broken.destroy();
    await reading;
    read.resume().end();
    await drained(read);
    await drained(read);
    expect(broken.listenerCount('data') + read.listenerCount('data')).toBe(0);
  });

  it('is not read for ever', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += 1;
          yield Buffer.alloc(1024 * 1024);
        }
      })(),
    );
    await drained(endless);
    expect(sent).toBeLessThan(90);
    endless.destroy();
  });
});

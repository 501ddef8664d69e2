import type { Readable } from 'node:stream';

const most = 64 * 1024 * 1024;
const patienceMs = 5_000;

/**
 * Reads and drops what is left of a request that was refused for its size, so that its sender finds the answer and not a
 * broken connection. Gives up after 64 MB or five seconds of real time: whoever sends on then is cut off.
 */
export const drained = (body: Readable): Promise<void> =>
  new Promise((resolve) => {
    if (body.readableEnded || body.destroyed) return resolve();
    let left = most;
    const take = (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) done();
    };
    const done = () => {
      clearTimeout(timer);
      body.off('data', take).off('end', done).off('close', done).off('error', done).pause();
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    body.on('data', take).once('end', done).once('close', done).once('error', done).resume();
  });

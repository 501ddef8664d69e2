import { BadParcel } from './parcel.js';

/** No line of a parcel is longer: an event is at most some hundred kilobytes. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The lines of a stream of bytes. A line without its line feed, as an interruption leaves it, is not one.
 *
 * (`readline` also breaks lines at U+2028, which JSON may hold.)
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let waiting = 0;
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, to);
      yield rest.length > 0 ? Buffer.concat([...rest, last]).toString('utf8') : last.toString('utf8');
      [rest, waiting, from] = [[], 0, to + 1];
    }
    rest.push(chunk.subarray(from));
    waiting += chunk.length - from;
    if (waiting > mostBytes) throw new BadParcel('A line is too long: this is no export of events.');
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/**
 * The same archive with every entry dated 1 January 1980, in place. The writer of workbooks stamps the time of writing
 * into each entry, which would make another file of the same content.
 */
export const withoutTimes = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return zip;
  const stamp = (at: number) => view.setUint32(at, 0x0021_0000, true);
  let entry = view.getUint32(end + 16, true);
  while (view.getUint32(entry, true) === CENTRAL) {
    stamp(entry + 12);
    stamp(view.getUint32(entry + 42, true) + 10);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
};

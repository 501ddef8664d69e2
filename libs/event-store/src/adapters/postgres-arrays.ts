/**
 * PostgreSQL arrays in their binary form (`array_recv` in the server's sources): pg sends a Buffer as it is,
 * which spares quoting every JSON text on this side and parsing the literal on the other.
 */
const header = 20;

const arrayOf = (elementType: number, count: number, bytes: number): Buffer => {
  const buffer = Buffer.allocUnsafe(header + bytes);
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(0, 4); // no nulls
  buffer.writeInt32BE(elementType, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
  return buffer;
};

const strings = (elementType: number, values: readonly string[]): Buffer => {
  let bytes = 0;
  for (const value of values) bytes += 4 + Buffer.byteLength(value);
  const buffer = arrayOf(elementType, values.length, bytes);
  let at = header;
  for (const value of values) {
    const length = buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return buffer;
};

export const textArray = (values: readonly string[]): Buffer => strings(25, values);

export const jsonArray = (values: readonly string[]): Buffer => strings(114, values);

export const uuidArray = (values: readonly string[]): Buffer => {
  const buffer = arrayOf(2950, values.length, values.length * 20);
  values.forEach((value, n) => {
    const at = header + n * 20;
    buffer.writeInt32BE(16, at);
    if (buffer.write(value.replaceAll('-', ''), at + 4, 'hex') !== 16) throw new TypeError(`not a UUID: ${value}`);
  });
  return buffer;
};

export const intArray = (values: readonly number[]): Buffer => {
  const buffer = arrayOf(23, values.length, values.length * 8);
  values.forEach((value, n) => {
    buffer.writeInt32BE(4, header + n * 8);
    buffer.writeInt32BE(value, header + n * 8 + 4);
  });
  return buffer;
};

export const bigintArray = (values: readonly bigint[]): Buffer => {
  const buffer = arrayOf(20, values.length, values.length * 12);
  values.forEach((value, n) => {
    buffer.writeInt32BE(8, header + n * 12);
    buffer.writeBigInt64BE(value, header + n * 12 + 4);
  });
  return buffer;
};

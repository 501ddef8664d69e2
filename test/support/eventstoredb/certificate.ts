import { generateKeyPairSync, sign } from 'node:crypto';

/** DER: a tag, a length and what is in it. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), der(0x05));
const named = (name: string) => sequence(der(0x31, sequence(objectId('550403'), text(0x0c, name))));
const day = (year: number) => text(0x18, `${year}0101000000Z`);

/** A key and a certificate for 127.0.0.1 that signs itself (X.509 v3, RFC 5280), both as PEM: for a server of one test. */
export const selfSigned = (): Readonly<{ certificate: Buffer; key: Buffer }> => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const loopback = der(0x87, Buffer.from([127, 0, 0, 1]));
  const alternativeNames = sequence(objectId('551d11'), der(0x04, sequence(loopback)));
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    sha256WithRsa,
    named('stand-in'),
    sequence(day(2020), day(2120)),
    named('stand-in'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeNames)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey));
  const body = sequence(signed, sha256WithRsa, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    certificate: Buffer.from(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`),
    key: Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
};

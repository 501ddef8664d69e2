import { fileTypeFromBuffer } from 'file-type';
import { reject } from './refusals.js';

/** A file as it came in. */
export type IncomingFile = Readonly<{ name: string; bytes: Buffer }>;

export const mostBytes = 10 * 1024 * 1024;
const kinds: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/**
 * What a file really is, by its first bytes, and under which name it is kept.
 * @throws Rejection `mutation.document-empty`, `-too-large`, `-type-refused`, `-not-what-it-says`
 */
export const inspect = async ({ name, bytes }: IncomingFile): Promise<Readonly<{ name: string; mime: string; size: number }>> => {
  const known = { field: 'file', allowed: Object.values(kinds).flat() };
  if (bytes.length === 0) throw reject('mutation.document-empty', 'The file holds nothing.', known);
  if (bytes.length > mostBytes)
    throw reject('mutation.document-too-large', 'The file is too large.', { ...known, most: mostBytes, size: bytes.length });

  const said = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const endings = kinds[mime];
  if (!endings) {
    // A name that promises one of ours, over bytes that are not: that is worth its own word.
    return Object.values(kinds).some((known) => known.includes(said))
      ? Promise.reject(
          reject('mutation.document-not-what-it-says', 'The bytes are not what the name says.', {
            ...known,
            name: said,
            found: mime || null,
          }),
        )
      : Promise.reject(
          reject('mutation.document-type-refused', 'Only PDF, PNG and JPEG are taken.', { ...known, found: mime || null }),
        );
  }
  if (said !== '' && !endings.includes(said))
    throw reject('mutation.document-not-what-it-says', 'The bytes are not what the name says.', {
      ...known,
      name: said,
      found: mime,
    });
  return { name: cleanName(name), mime, size: bytes.length };
};

/** No folders, nothing that is not seen or that turns the writing around (Unicode Cc, Cf), and not longer than a file system would take. */
const cleanName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(-200) || 'dokumen';

import { createHash } from 'node:crypto';
import { StreamableFile } from '@nestjs/common';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { isPlainText } from '@app/platform';
import { fileNameOf } from './file-name.js';
import { wrong } from './validation.js';

/** A file as it came in. */
export type Upload = Readonly<{ name: string; mime: string; bytes: Buffer }>;

export const maximumBytes = 10 * 1024 * 1024;
const limits = { fileSize: maximumBytes, files: 1, fields: 10, fieldSize: 10_000, parts: 12 };

/** The one file of a multipart form, under the name it is kept by, and its fields. */
export const uploadOf = async (
  request: FastifyRequest,
): Promise<Readonly<{ fields: Record<string, string>; file: Upload; sha256: string }>> => {
  if (!request.isMultipart()) throw wrong('file', 'is-multipart');
  const fields: Record<string, string> = {};
  let file: Upload | undefined;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw wrong(part.fieldname, 'unknown');
        const { filename: name = '' }: { filename?: string } = part; // a form may name none, whatever the parser's types say
        if (!isPlainText(name)) throw wrong('file', 'is-plain');
        file = { name: fileNameOf(name), mime: part.mimetype, bytes: await part.toBuffer() };
      } else fields[part.fieldname] = String(part.value);
    }
  } catch (error) {
    throw isMalformed(error) ? wrong('file', 'is-multipart') : error;
  }
  if (!file) throw wrong('file', 'is-defined');
  return { fields, file, sha256: createHash('sha256').update(file.bytes).digest('hex') };
};

/** The parser of forms throws bare errors for a form without boundary or end; what is too much has a code. */
const isMalformed = (error: unknown) =>
  error instanceof Error && !('code' in error) && /^(Multipart:|Part terminated|Unexpected end|Malformed)/.test(error.message);

/** Answers a file as an attachment under its own name, in any script (RFC 6266). */
export const download = ({ name, mime, bytes }: Upload): StreamableFile =>
  new StreamableFile(bytes, {
    type: mime,
    length: bytes.length,
    disposition: `attachment; filename="${name.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });

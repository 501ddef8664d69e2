import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({ port: z.number().int().min(1).max(65535), password: z.string().min(20) });

/** How a data folder's server is reached. Kept beside it, readable by its owner only. */
export type Secret = Readonly<z.infer<typeof schema>>;

export const readSecret = (file: string): Secret | undefined => {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

export const writeSecret = (file: string, secret: Secret) => {
  writeFileSync(`${file}.new`, JSON.stringify(secret), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

export const newPassword = () => randomBytes(24).toString('base64url');

/** The wanted port of the loopback if nobody listens on it, else one that is free now. */
export const freePort = async (wanted = 0): Promise<number> => (await listen(wanted)) ?? (await listen(0)) ?? wanted;

const listen = (port: number) =>
  new Promise<number | undefined>((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });

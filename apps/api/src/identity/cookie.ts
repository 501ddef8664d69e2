import type { FastifyRequest } from 'fastify';

/** How long a browser keeps a session's cookie; the session itself slides. */
export const sessionSeconds = 43_200;

/** Kept from scripts and from other sites; over TLS only where the request came over it. */
export const cookieOf = (
  { protocol }: Pick<FastifyRequest, 'protocol'>,
  name: string,
  value: string,
  seconds: number,
  path = '/',
): string =>
  `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${protocol === 'https' ? '; Secure' : ''}`;

/** The value of a cookie in a request. */
export const cookieIn = ({ headers }: Pick<FastifyRequest, 'headers'>, wanted: string): string | undefined => {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const [name = '', value] = pair.trim().split('=');
    if (name === wanted && value) return value;
  }
  return undefined;
};

import { language } from '../texts';
import { Problem, problemOf } from './problem';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Write = Readonly<{ body?: unknown; query?: Query; ifMatch?: string | null }>;
export type Answer<Body> = Readonly<{ body: Body; etag: string | null }>;

/** Reads right after a write wait for it: they ask for the position that the write answered with. */
let written: { position: string; until: number } | null = null;
const ReadYourWritesMs = 15_000;

/** A write that may have arrived keeps its key, so that repeating it is harmless; any answer ends the key. */
const pendingKeys = new Map<string, string>();

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const urlOf = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  const tail = params.toString();
  return tail === '' ? `/api${path}` : `/api${path}?${tail}`;
};

const send = async (url: string, init: RequestInit): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', language());
  headers.set('X-Requested-With', 'alur');
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, 'web.offline', '');
  });
  if (!response.ok) throw await problemOf(response);
  return response;
};

const bodyOf = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? await response.json() : undefined;
};

/** GET. The shape is the API's promise (`openapi.json`); the cast is the one place where it is believed. */
export const read = async <Body>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer<Body>> => {
  const after = written !== null && Date.now() < written.until ? written.position : undefined;
  const response = await send(urlOf(path, { ...query, after }), { signal: signal ?? null });
  return { body: (await bodyOf(response)) as Body, etag: response.headers.get('ETag') };
};

const write = async <Body>(method: string, path: string, { body, query, ifMatch }: Write = {}): Promise<Answer<Body>> => {
  const form = body instanceof FormData;
  const fingerprint = form ? '' : `${method} ${path} ${JSON.stringify(body ?? null)}`;
  const key = (form ? undefined : pendingKeys.get(fingerprint)) ?? newKey();
  if (!form) pendingKeys.set(fingerprint, key);

  const headers: Record<string, string> = { 'Idempotency-Key': key };
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  if (ifMatch) headers['If-Match'] = ifMatch;
  const payload = body === undefined ? null : form ? body : JSON.stringify(body);

  try {
    const response = await send(urlOf(path, query), { method, headers, body: payload });
    pendingKeys.delete(fingerprint);
    const position = response.headers.get('X-Position');
    if (position) written = { position, until: Date.now() + ReadYourWritesMs };
    return { body: (await bodyOf(response)) as Body, etag: response.headers.get('ETag') };
  } catch (error) {
    if (error instanceof Problem && error.status > 0 && error.status < 500) pendingKeys.delete(fingerprint);
    throw error;
  }
};

export const post = <Body>(path: string, options?: Write) => write<Body>('POST', path, options);
export const patch = <Body>(path: string, options?: Write) => write<Body>('PATCH', path, options);
export const remove = <Body>(path: string, options?: Write) => write<Body>('DELETE', path, options);

import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '../texts';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';

/** Reads right after a write wait for it: they ask for the position that the write answered with. */
let written: { position: string; until: number } | null = null;
const ReadYourWritesMs = 15_000;
const takesNoPosition = /\/api\/(session|welcome|demo|imports\/|events)/;

/** A write that may have arrived keeps its key, so that repeating it is harmless; any answer ends the key. */
const pendingKeys = new Map<string, string>();
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What tells a repeat from another request. A password is not part of it: it is not kept, and another one is another try at the same. */
const fingerprintOf = async (request: Request): Promise<string> => {
  if (!request.headers.get('Content-Type')?.includes('json')) return newKey();
  const text = (await request.clone().text()).replace(/"password":"(?:[^"\\]|\\.)*"/g, '');
  return `${request.method} ${request.url} ${text}`;
};

const fingerprints = new WeakMap<Request, string>();

const keyed = async (request: Request): Promise<Request> => {
  const fingerprint = await fingerprintOf(request);
  const key = pendingKeys.get(fingerprint) ?? newKey();
  pendingKeys.set(fingerprint, key);
  fingerprints.set(request, fingerprint);
  request.headers.set('Idempotency-Key', key);
  return request;
};

const following = (request: Request): Request => {
  if (written === null || Date.now() > written.until || takesNoPosition.test(request.url)) return request;
  const url = new URL(request.url);
  url.searchParams.set('after', written.position);
  return new Request(url, request);
};

/** What every request says and what every answer means, said once. */
const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language());
    request.headers.set('X-Requested-With', 'alur');
    if (request.method === 'GET') return following(request);
    return request.url.endsWith('/api/session') ? request : keyed(request);
  },
  async onResponse({ request, response }) {
    const answered = response.status < 500;
    if (answered) pendingKeys.delete(fingerprints.get(request) ?? '');
    if (response.status === 504) written = null;
    if (!response.ok) throw await problemOf(response);
    const position = response.headers.get('X-Position');
    if (position && request.method !== 'GET') written = { position, until: Date.now() + ReadYourWritesMs };
    return undefined;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new Problem(0, 'web.offline', '');
  },
};

/**
 * The API by its OpenAPI document. After that has changed, the types are made again:
 * `npx openapi-typescript apps/api/openapi.json -o apps/web/src/api/schema.d.ts && npx prettier --write apps/web/src/api/schema.d.ts`
 */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(manners);

type Answer<Body> = Readonly<{ data?: Body | undefined; response: Response }>;

/** The answer's body. A refusal was thrown before, as a `Problem`. */
export const bodyOf = async <Body>(answer: Promise<Answer<Body>>): Promise<NonNullable<Body>> => {
  const { data } = await answer;
  if (data === undefined || data === null) throw new Problem(502, 'web.empty-answer', '');
  return data;
};

/** For answers that have no body. */
export const done = async (answer: Promise<Answer<unknown>>): Promise<void> => void (await answer);

/** A form with files, sent as such. */
export const asForm = (fields: Readonly<Record<string, string | File | undefined>>) => (): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof File) form.set(name, value, value.name);
    else if (value !== undefined) form.set(name, value);
  }
  return form;
};

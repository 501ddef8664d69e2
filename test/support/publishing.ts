import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from './case-driver.js';
import type { Cast } from './cast.js';

/** A definition of `support/definitions`, which are for specifications and are not shipped. */
export const written = (id: string): string => readFileSync(join(import.meta.dirname, 'definitions', `${id}.yaml`), 'utf8');

/** Publishes a definition over HTTP as two people do: one drafts, another reviews and publishes. */
export const publish = async (cast: Cast, id: string, document = written(id)): Promise<void> => {
  const [admin, head] = await Promise.all([cast.as('admin'), cast.as('kepala.bkpsdm')]);
  const { body } = ok(await admin.post(`/definitions/${id}/drafts`, { document }), 201);
  const hash = body.text('hash');
  ok(await head.post(`/definitions/${id}/review`, { hash, verdict: 'accept' }));
  ok(await head.post(`/definitions/${id}/publication`, { hash }));
  ok(await head.get('/definitions'));
};

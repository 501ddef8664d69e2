import { setTimeout as pause } from 'node:timers/promises';
import { type Eraser, projections as readModels, readModelsOf, type Traces, tracesOf } from '@app/domain/policies';
import type { Position, ProjectionRunner } from '@app/event-store';
import { clearAway } from '@app/event-store/adapters/postgres-generations';
import { sql } from 'kysely';
import type { Foundation } from './foundation.js';

type Parts = Readonly<{ foundation: Foundation; projections: ProjectionRunner }>;

/** How long the process that makes the read models may take to learn of it. */
const learnsInMs = 60_000;

/** Destroys the key first, so that nothing new can be read; then makes copies anew without it, or removes them. */
export const openErasure = (parts: Parts): Eraser => ({
  erase: async (person, forgotten) => {
    const { store, forgetting } = parts.foundation;
    await forgetting.destroy(person);
    const began = new Date();
    const before = await tracesOf(store, person);
    // `PersonForgotten` itself blanks a row; the rest is in the rows of other events.
    await makeAnew(parts.projections, readModelsOf([...before.types.keys(), 'PersonForgotten']), forgotten);
    await dropOld(parts.foundation);
    const { cases, files, named } = await tracesOf(store, person);
    // A paper of his may have been attached to another's case meanwhile.
    const alone = [...files].filter((file) => before.files.has(file));
    await clearTables(parts.foundation, person, { cases: [...cases].map(idIn), files: alone, named, began });
  },
});

/** Whoever makes the read models has learnt of the event when they have come so far, so he cannot read what he makes them from. */
const makeAnew = async (projections: ProjectionRunner, names: readonly string[], forgotten: Position): Promise<void> => {
  await projections.waitFor(forgotten, names, learnsInMs);
  for (const name of names) {
    for (let attempts = 60; ; attempts -= 1) {
      try {
        await projections.rebuild(name);
        break;
      } catch (error) {
        // Somebody is at it, and may have begun before the key was gone.
        if (attempts <= 1 || !(error instanceof Error) || !error.message.includes('already')) throw error;
        await pause(1_000);
      }
    }
  }
};

/** A table that somebody was reading when it was to be dropped still holds him in clear. @throws Error that says which */
const dropOld = async ({ pool }: Foundation): Promise<void> => {
  const standing = await clearAway(
    pool,
    readModels.map(({ name }) => name),
  );
  if (standing.length > 0) throw new Error(`these tables are still read, and are dropped later: ${standing.join(', ')}`);
};

type Remains = Readonly<{ cases: readonly string[]; files: readonly string[]; named: Traces['named']; began: Date }>;

/**
 * Accounts and sessions of his; what was written to him, or about him to others; reports of imports and pages that were kept, whoever is
 * in them, since nobody can tell any more; papers of his cases.
 */
const clearTables = async ({ db }: Foundation, person: string, { cases, files, named, began }: Remains): Promise<void> => {
  const tables = await sql<{ name: string }>`
    select name from unnest(array['app.accounts', 'app.mail_outbox', 'app.import_reports', 'app.answers', 'app.blobs']) name
    where to_regclass(name) is not null`.execute(db);
  const there = new Set(tables.rows.map(({ name }) => name));
  await db.transaction().execute(async (tx) => {
    if (there.has('app.accounts')) await sql`delete from app.accounts where person_id = ${person}`.execute(tx);
    if (there.has('app.mail_outbox'))
      await sql`
        update app.mail_outbox set recipient = null, subject = '', text = '', error = null,
          status = case when status = 'waiting' then 'kept' else status end
        where person = ${person} or text like any(${cases.map((id) => `%${id}%`)}::text[])
          or id in (select id from rm.notices where strpos(facts::text, ${person}) > 0)`.execute(tx);
    if (there.has('app.import_reports'))
      await sql`delete from app.import_reports where ended ->> 'status' is distinct from 'running'`.execute(tx);
    if (there.has('app.answers')) await sql`delete from app.answers where strpos(answer, ${person}) > 0`.execute(tx);
    if (!there.has('app.blobs')) return;
    // What was kept again since is somebody's who is about to say so; what no event names was for a command that was refused.
    await sql`delete from app.blobs where sha256 = any(${files}::text[]) and kept_at < ${began}`.execute(tx);
    await sql`delete from app.blobs where sha256 <> all(${[...named]}::text[]) and kept_at < now() - interval '1 day'`.execute(
      tx,
    );
  });
};

const idIn = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

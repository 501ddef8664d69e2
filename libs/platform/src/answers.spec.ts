import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool } from '@app/event-store/adapters/pool';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { Kysely, PostgresDialect } from 'kysely';
import { Answers, type AnswerTables } from './answers.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('what is answered once', () => {
  let database: TestDatabase;
  let db: Kysely<AnswerTables>;
  let done = 0;
  const count = () => Promise.resolve({ done: (done += 1), at: null });

  beforeAll(async () => {
    database = await testDatabase();
    const pool = openPool({ connectionString: database.connectionString, max: 4, name: 'spec' });
    db = new Kysely<AnswerTables>({ dialect: new PostgresDialect({ pool }) });
    await Promise.all([new Answers(db).open(), new Answers(db).open()]);
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  it('is told again under the same key, by another process as well, and not done again', async () => {
    const key = { commandId: id(1), commandHash: 'a' };
    const first = await new Answers(db).once(key, count);
    expect(await new Answers(db).once(key, count)).toEqual(first);
    expect(done).toBe(1);
  });

  it('is done once by two who ask at the same time', async () => {
    const answers = new Answers(db);
    const key = { commandId: id(2), commandHash: 'a' };
    const [one, other] = await Promise.all([answers.once(key, count), answers.once(key, count)]);
    expect(one).toEqual(other);
  });

  it('is refused where the key was used for something else', async () => {
    await new Answers(db).once({ commandId: id(3), commandHash: 'a' }, count);
    await expect(new Answers(db).once({ commandId: id(3), commandHash: 'b' }, count)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'command.id-reused',
    });
  });

  it('is done every time without a key, and again after it has failed', async () => {
    const answers = new Answers(db);
    const [one, other] = [await answers.once({ commandId: id(4) }, count), await answers.once({ commandId: id(4) }, count)];
    expect(other.done).toBe(one.done + 1);
    const key = { commandId: id(5), commandHash: 'a' };
    await expect(answers.once(key, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(answers.once(key, count)).resolves.toMatchObject({ at: null });
  });
});

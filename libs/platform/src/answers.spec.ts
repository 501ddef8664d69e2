import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPool } from '@app/event-store/adapters/pool';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Answers, type AnswerTables } from './answers.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('what is answered once', () => {
  let database: TestDatabase;
  let db: Kysely<AnswerTables>;
  let done = 0;
  const masterKey = randomBytes(32);
  /** Each has its own memory, as if it were another machine. */
  const process = (pause?: () => Promise<unknown>) =>
    new Answers(db, masterKey, ...(pause ? [{ patienceMs: 30_000, pause }] : []));
  const count = () => Promise.resolve({ done: (done += 1), at: null });

  beforeAll(async () => {
    database = await testDatabase();
    const pool = openPool({ connectionString: database.connectionString, max: 4, name: 'spec' });
    db = new Kysely<AnswerTables>({ dialect: new PostgresDialect({ pool }) });
    await Promise.all([process().open(), process().open()]);
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  it('is told again under the same key, by another process as well, and not done again', async () => {
    const key = { commandId: id(1), commandHash: 'a' };
    const first = await process().once(key, count);
    expect(await process().once(key, count)).toEqual(first);
    expect(done).toBe(1);
  });

  it('is done once by two who ask at the same time', async () => {
    const answers = process();
    const key = { commandId: id(2), commandHash: 'a' };
    const [one, other] = await Promise.all([answers.once(key, count), answers.once(key, count)]);
    expect(one).toEqual(other);
  });

  it('is refused where the key was used for something else', async () => {
    await process().once({ commandId: id(3), commandHash: 'a' }, count);
    await expect(process().once({ commandId: id(3), commandHash: 'b' }, count)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'command.id-reused',
    });
  });

  it('is done every time without a key, and again after it has failed', async () => {
    const answers = process();
    const [one, other] = [await answers.once({ commandId: id(4) }, count), await answers.once({ commandId: id(4) }, count)];
    expect(other.done).toBe(one.done + 1);
    const key = { commandId: id(5), commandHash: 'a' };
    await expect(answers.once(key, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(answers.once(key, count)).resolves.toMatchObject({ at: null });
  });

  it('is done by one process of two who are asked at the same time, and both answer what came of it', async () => {
    const key = { commandId: id(6), commandHash: 'a' };
    const [begun, end, looked] = [latch(), latch(), latch()];
    const first = process().once(key, async () => {
      begun.open();
      await end.opened;
      return count();
    });
    await begun.opened;
    const second = process(() => (looked.open(), end.opened)).once(key, count);
    await looked.opened; // it found the other at it
    const before = done;
    end.open();
    expect(await second).toEqual(await first);
    expect(done).toBe(before + 1);
  });

  it('is done by the other where the one it waited for has failed', async () => {
    const key = { commandId: id(7), commandHash: 'a' };
    const [begun, end] = [latch(), latch()];
    const first = process().once(key, async () => {
      begun.open();
      await end.opened;
      throw new Error('away');
    });
    await begun.opened;
    const second = process(() => (end.open(), first.catch(() => undefined))).once(key, count);
    await expect(first).rejects.toThrow('away');
    expect(await second).toMatchObject({ at: null });
  });

  it('is taken over from a process that was killed, when its claim has ended, and not before', async () => {
    const key = { commandId: id(8), commandHash: 'a' };
    void process().once(key, () => new Promise(() => undefined)); // it never comes back
    const until = (seconds: number) =>
      sql`update app.answer_claims set until = now() + make_interval(secs => ${seconds}) where command_id = ${id(8)}`.execute(db);
    let looks = 0;
    const pause = async () => {
      looks += 1;
      if (looks === 3) await until(-1);
    };
    while ((await until(20)).numAffectedRows !== 1n);
    expect(await process(pause).once(key, count)).toMatchObject({ at: null });
    expect(looks).toBe(3);
  });

  it('makes somebody wait for half a minute at most, and says that it is under way', async () => {
    const key = { commandId: id(9), commandHash: 'a' };
    const [begun, end] = [latch(), latch()];
    const first = process().once(key, () => (begun.open(), end.opened.then(count)));
    await begun.opened;
    await expect(process(() => Promise.resolve()).once(key, count)).rejects.toMatchObject({
      ...{ status: 503, code: 'command.under-way', facts: { retryAfter: 5 } },
    });
    end.open();
    await first;
  });

  it('takes no connection while it is done: more are under way than there are connections', async () => {
    const end = latch();
    const under = Array.from({ length: 12 }, (_, n) => {
      const begun = latch();
      const answer = process().once({ commandId: id(100 + n), commandHash: 'a' }, () => (begun.open(), end.opened.then(count)));
      return { begun: begun.opened, answer };
    });
    await Promise.all(under.map(({ begun }) => begun));
    expect(await process().once({ commandId: id(99), commandHash: 'a' }, count)).toMatchObject({ at: null });
    end.open();
    await Promise.all(under.map(({ answer }) => answer));
  });

  describe('that holds a secret', () => {
    const key = { commandId: id(10), commandHash: 'a', sealedBy: 'a key that was thought up' };
    const secret = () => Promise.resolve({ token: 'at_secret', done: (done += 1) });

    it('is told again to whoever knows the key, and lies in no table in the clear', async () => {
      const first = await process().once(key, secret);
      expect(await process().once(key, secret)).toEqual(first);
      const rows = await db.selectFrom('app.answers').selectAll().where('command_id', '=', key.commandId).execute();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toMatch(/at_secret|thought up/);
    });

    it('is told to nobody with another key, or another installation', async () => {
      const other = { ...key, sealedBy: 'a guess' };
      const refuse = () => Promise.reject(new Error('asked anew'));
      await expect(process().once(other, refuse)).rejects.toThrow('asked anew');
      await expect(new Answers(db, randomBytes(32)).once(key, refuse)).rejects.toThrow('asked anew');
    });
  });

  it('is told for thirty days, a secret for one, and cleared after that', async () => {
    const plain = { commandId: id(11), commandHash: 'a' };
    const sealed = { commandId: id(12), commandHash: 'a', sealedBy: 'key' };
    const aged = (days: number) => sql`update app.answers set at = now() - make_interval(days => ${days}, mins => 1)`.execute(db);
    const first = [await process().once(plain, count), await process().once(sealed, count)];
    await aged(1);
    expect(await process().once(plain, count)).toEqual(first[0]);
    expect(await process().once(sealed, count)).not.toEqual(first[1]);
    await process().clear();
    const ids = async () =>
      (await db.selectFrom('app.answers').select('command_id').execute()).map(({ command_id }) => command_id);
    expect(await ids()).toEqual(expect.arrayContaining([plain.commandId, sealed.commandId]));
    await aged(30);
    expect(await process().once(plain, count)).not.toEqual(first[0]);
    await process().clear();
    expect(await ids()).toEqual([plain.commandId]);
  });
});

const latch = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
};

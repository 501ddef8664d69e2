import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openPool } from '@app/event-store/adapters/pool';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { Kysely, PostgresDialect } from 'kysely';
import { Accounts } from './accounts.js';
import type { AuthTables } from './schema.js';

describe('accounts', () => {
  let database: TestDatabase;
  let db: Kysely<AuthTables>;
  let now = 0;
  let accounts: Accounts;

  beforeAll(async () => {
    database = await testDatabase();
    const pool = openPool({ connectionString: database.connectionString, max: 4, name: 'spec' });
    db = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) });
    await Promise.all([new Accounts(db).open(), new Accounts(db).open()]);
    await new Accounts(db).upsert({ username: 'Sekda', password: 'kepahiang', personId: 'p-1' });
  });

  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  beforeEach(() => {
    now = Date.now();
    accounts = new Accounts(db, () => now);
  });

  const login = () => accounts.login('sekda', 'kepahiang', '10.0.0.1');

  it('let a person in by name and password, and know him again by his token', async () => {
    const { token, expiresAt, identity } = await login();
    expect(Date.parse(expiresAt) - now).toBe(12 * 3_600_000);
    expect(identity).toMatchObject({ username: 'sekda', personId: 'p-1', language: 'id', kind: 'session' });
    expect(await accounts.authenticate(token)).toEqual(identity);
    expect(await new Accounts(db).authenticate(token)).toEqual(identity);
  });

  it('store no token, only its hash', async () => {
    const { token } = await login();
    const rows = await db.selectFrom('app.credentials').selectAll().execute();
    expect(JSON.stringify(rows.map((row) => ({ ...row, token_hash: row.token_hash.toString('utf8') })))).not.toContain(token);
  });

  it('refuse a wrong password and an unknown name with the same words, in about the same time', async () => {
    const timed = async (name: string) => {
      const began = performance.now();
      await expect(accounts.login(name, 'wrong', '10.0.0.2')).rejects.toMatchObject({
        status: 401,
        code: 'auth.wrong-credentials',
      });
      return performance.now() - began;
    };
    await timed('nobody');
    const [known, unknown] = [await timed('sekda'), await timed('nobody')];
    expect(unknown).toBeGreaterThan(known / 5);
  });

  it('end a session at logout, twelve hours after its last use, and when the account is disabled', async () => {
    const first = await login();
    await accounts.logout(first.identity);
    expect(await accounts.authenticate(first.token)).toBeUndefined();

    const second = await login();
    now += 11 * 3_600_000;
    expect(await accounts.authenticate(second.token)).toBeDefined();
    now += 11 * 3_600_000;
    expect(await accounts.authenticate(second.token)).toBeDefined();
    now += 13 * 3_600_000;
    expect(await accounts.authenticate(second.token)).toBeUndefined();

    const third = await login();
    await accounts.disable('sekda');
    expect(await accounts.authenticate(third.token)).toBeUndefined();
    await expect(login()).rejects.toMatchObject({ status: 401 });
    await accounts.disable('sekda', false);
  });

  it('end sessions and tokens with the password and the person they were given for, and keep them where nothing changed', async () => {
    const account = { username: 'pindah', password: 'kepahiang', personId: 'p-2' };
    await accounts.upsert(account);
    const { token, identity } = await accounts.login('pindah', 'kepahiang', '10.0.0.7');
    const named = await accounts.createToken(identity, 'laporan', new Date(now + 3_600_000).toISOString());
    await accounts.upsert({ ...account, language: 'en' });
    expect(await new Accounts(db).authenticate(token)).toMatchObject({ personId: 'p-2', language: 'en' });
    await accounts.upsert({ ...account, personId: 'p-3' });
    expect(await accounts.authenticate(token)).toBeUndefined();
    expect(await accounts.authenticate(named.token)).toBeUndefined();
    const again = await accounts.login('pindah', 'kepahiang', '10.0.0.7');
    await accounts.upsert({ ...account, personId: 'p-3', password: 'yang lain' });
    expect(await accounts.authenticate(again.token)).toBeUndefined();
  });

  it('slow down whoever guesses, and say for how long', async () => {
    for (let failure = 0; failure < 8; failure += 1) {
      await accounts.login('sekda', `guess ${failure}`, '10.0.0.3').catch(() => undefined);
    }
    await expect(accounts.login('sekda', 'kepahiang', '10.0.0.3')).rejects.toMatchObject({
      status: 429,
      facts: { retryAfter: 900 },
    });
    await expect(login()).resolves.toBeDefined();
    now += 15 * 60_000;
    await expect(accounts.login('sekda', 'kepahiang', '10.0.0.3')).resolves.toBeDefined();
  });

  it('give out named API tokens that can be revoked by their owner', async () => {
    const { identity } = await login();
    await expect(accounts.createToken(identity, 'siasn', new Date(now - 1).toISOString())).rejects.toMatchObject({
      code: 'auth.token-expiry',
    });
    const { id, token } = await accounts.createToken(identity, 'siasn', new Date(now + 60_000).toISOString());
    expect(await accounts.authenticate(token)).toMatchObject({ kind: 'token', personId: 'p-1' });
    expect(await accounts.tokensOf(identity)).toMatchObject([{ id, name: 'siasn' }]);
    await accounts.revokeToken(identity, id);
    expect(await accounts.authenticate(token)).toBeUndefined();
    await expect(accounts.revokeToken(identity, id)).rejects.toMatchObject({ code: 'auth.token-unknown' });
  });

  it('give out one token under an id, and say so when it is asked for once more', async () => {
    const { identity } = await login();
    const id = '00000000-0000-4000-8000-00000000000a';
    const make = () => accounts.createToken(identity, 'siasn', new Date(now + 60_000).toISOString(), id);
    const made = await make();
    await expect(make()).rejects.toMatchObject({ kind: 'conflict', code: 'auth.token-already-made', facts: { id } });
    expect(await accounts.tokensOf(identity)).toMatchObject([{ id: made.id }]);
    await accounts.revokeToken(identity, id);
    expect(await make()).toMatchObject({ id });
    await accounts.revokeToken(identity, id);
  });

  it('ask for the password again, whichever way the name is cased at signing in, and open no session by it', async () => {
    const { identity } = await accounts.login('SEKDA', 'kepahiang', '10.0.0.5');
    const before = await db.selectFrom('app.credentials').selectAll().execute();
    await expect(accounts.confirm(identity.username, 'kepahiang', '10.0.0.5')).resolves.toBeUndefined();
    expect(await db.selectFrom('app.credentials').selectAll().execute()).toHaveLength(before.length);
    await expect(accounts.confirm(identity.username, 'Kepahiang', '10.0.0.5')).rejects.toMatchObject({
      status: 403,
      code: 'auth.wrong-password',
      facts: {},
    });
  });

  it('take no password of an account that an identity provider looks after, and count that as no failure', async () => {
    const { identity } = await accounts.enter('p-provided', 'provided');
    for (let asked = 0; asked < 9; asked += 1)
      await expect(accounts.confirm(identity.username, 'anything at all', '10.0.0.6')).rejects.toMatchObject({
        status: 422,
        code: 'auth.no-password',
      });
  });

  it('take no password of an account that is locked out, nor of none at all', async () => {
    await accounts.upsert({ username: 'keluar', password: 'kepahiang', personId: 'p-4' });
    await accounts.disable('keluar');
    for (const name of ['keluar', 'nobody'])
      await expect(accounts.confirm(name, 'kepahiang', '10.0.0.8')).rejects.toMatchObject({
        status: 403,
        code: 'auth.wrong-password',
      });
  });

  it('slow down whoever guesses at a signature as they do at the door, and let the right one in afterwards', async () => {
    for (let failure = 0; failure < 8; failure += 1)
      await expect(accounts.confirm('sekda', `guess ${failure}`, '10.0.0.9')).rejects.toMatchObject({ status: 403 });
    const slowed = { status: 429, code: 'auth.too-many-attempts', facts: { retryAfter: 900 } };
    await expect(accounts.confirm('sekda', 'kepahiang', '10.0.0.9')).rejects.toMatchObject(slowed);
    await expect(accounts.login('sekda', 'kepahiang', '10.0.0.9')).rejects.toMatchObject(slowed);
    now += 15 * 60_000;
    await expect(accounts.confirm('sekda', 'kepahiang', '10.0.0.9')).resolves.toBeUndefined();
  });

  it('refuse a short password', async () => {
    await expect(accounts.upsert({ username: 'x', password: 'short', personId: 'p' })).rejects.toMatchObject({
      code: 'auth.weak-password',
    });
  });
});

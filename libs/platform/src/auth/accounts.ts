import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Rejection } from '@app/decider';
import type { Kysely } from 'kysely';
import { Refusal } from '../problem.js';
import type { Language } from '../translator.js';
import { Attempts } from './attempts.js';
import { hashPassword, isPassword } from './passwords.js';
import { type AuthTables, createAuthTables } from './schema.js';

/** Who is calling, as far as a token says. What he may do depends on his offices, which are not kept here. */
export type Identity = Readonly<{
  username: string;
  personId: string;
  language: Language;
  /** The id of the session or API token that was shown. */
  credential: string;
  kind: 'session' | 'token';
}>;

export type NewAccount = Readonly<{ username: string; password: string; personId: string; language?: Language }>;
export type Login = Readonly<{ token: string; expiresAt: string; identity: Identity }>;
export type TokenNote = Readonly<{ id: string; name: string; createdAt: string; expiresAt: string }>;

type AccountRow = Readonly<{ username: string; person_id: string; language: string }>;
type Cached = Readonly<{ identity: Identity; until: number; expires: number }>;

const hours = 3_600_000;
const sessionLength = 12 * hours;
const shortestPassword = 8;

/**
 * Local accounts, their sessions and API tokens.
 *
 * A token is 256 random bits; only its SHA-256 is stored. Sessions slide: twelve hours after the last use they end.
 * An identity is remembered for some seconds, so another process learns of a logout that much later. Real time throughout.
 */
export class Accounts {
  private readonly known = new Map<string, Cached>();
  private readonly asking = new Map<string, Promise<Identity | undefined>>();
  private readonly attempts: Attempts;

  constructor(
    private readonly db: Kysely<AuthTables>,
    private readonly now: () => number = Date.now,
    private readonly remembered = 5_000,
  ) {
    this.attempts = new Attempts(now);
  }

  /** Creates the tables. Call once, before anything else. */
  open(): Promise<void> {
    return createAuthTables(this.db);
  }

  /** Creates an account or renews its password, person and language. With another password or person, its sessions and tokens end. */
  async upsert({ username, password, personId, language = 'id' }: NewAccount): Promise<void> {
    if (password.length < shortestPassword) {
      throw new Rejection('invalid', 'auth.weak-password', 'The password is too short.', { minimum: shortestPassword });
    }
    const name = username.toLowerCase();
    const before = await this.db.selectFrom('app.accounts').selectAll().where('username', '=', name).executeTakeFirst();
    const same = before?.person_id === personId && (await isPassword(before.password_hash, password));
    const row = { password_hash: same ? before.password_hash : await hashPassword(password), person_id: personId, language };
    await this.db
      .insertInto('app.accounts')
      .values({ username: name, ...row })
      .onConflict((conflict) => conflict.column('username').doUpdateSet(row))
      .execute();
    if (before && !same) await this.endAll(name);
  }

  /** Locks an account out at once, or lets it in again. */
  async disable(username: string, disabled = true): Promise<void> {
    await this.db.updateTable('app.accounts').set({ disabled }).where('username', '=', username.toLowerCase()).execute();
    if (disabled) await this.endAll(username.toLowerCase());
  }

  async usernames(): Promise<readonly string[]> {
    const rows = await this.db.selectFrom('app.accounts').select('username').orderBy('username').execute();
    return rows.map(({ username }) => username);
  }

  /**
   * @param address where the caller is, for the limit on failures
   * @throws Refusal 401 `auth.wrong-credentials`, 429 `auth.too-many-attempts`
   */
  async login(name: string, password: string, address: string): Promise<Login> {
    const username = name.trim().toLowerCase().slice(0, 100);
    this.attempts.check(username, address);
    const account = await this.db.selectFrom('app.accounts').selectAll().where('username', '=', username).executeTakeFirst();
    const right = await isPassword(account?.password_hash, password.slice(0, 1000));
    if (!account || !right || account.disabled) {
      this.attempts.failed(username, address);
      throw new Refusal(401, 'auth.wrong-credentials');
    }
    this.attempts.succeeded(username, address);
    return this.openSession(account);
  }

  /**
   * Asks somebody who is signed in for his password again. Failures count as those of signing in do.
   * @throws Refusal 403 `auth.wrong-password`, 422 `auth.no-password` for an account without one, 429 `auth.too-many-attempts`
   */
  async confirm(username: string, password: string, address: string): Promise<void> {
    this.attempts.check(username, address);
    const account = await this.db.selectFrom('app.accounts').selectAll().where('username', '=', username).executeTakeFirst();
    if (account && account.password_hash === null) throw new Refusal(422, 'auth.no-password');
    if (!(await isPassword(account?.password_hash, password.slice(0, 1000))) || account?.disabled) {
      this.attempts.failed(username, address);
      throw new Refusal(403, 'auth.wrong-password');
    }
    this.attempts.succeeded(username, address);
  }

  /** Whether somebody has a password by which he may be asked again; who comes by an identity provider alone has none. */
  async hasPassword(username: string): Promise<boolean> {
    const account = await this.db
      .selectFrom('app.accounts')
      .select('password_hash')
      .where('username', '=', username)
      .executeTakeFirst();
    return (account?.password_hash ?? null) !== null;
  }

  /**
   * Lets somebody in whom an identity provider vouches for. His account is the person's own; where there is none yet it is made,
   * without a password.
   * @throws Refusal 403 `auth.account-disabled` when the person's accounts are locked out
   */
  async enter(personId: string, wish: string): Promise<Login> {
    return this.openSession(await this.accountOf(personId, wish));
  }

  /**
   * Who somebody is that shows an access token of the provider; it is not kept here and ends by itself.
   * @throws Refusal 403 `auth.account-disabled`
   */
  async vouched(personId: string, wish: string): Promise<Identity> {
    return identityOf({ ...(await this.accountOf(personId, wish)), id: randomUUID(), kind: 'token' });
  }

  /** Whose token it is; `undefined` for one that is unknown, expired, revoked, or of a disabled account. */
  async authenticate(token: string): Promise<Identity | undefined> {
    const now = this.now();
    const cached = this.known.get(token);
    if (cached && cached.until > now && cached.expires > now) return cached.identity;
    this.known.delete(token);
    // Many requests of one caller ask once.
    const asked = this.asking.get(token) ?? this.ask(token, now);
    this.asking.set(token, asked);
    const done = () => void (this.asking.get(token) === asked && this.asking.delete(token));
    asked.then(done, done);
    return asked;
  }

  private async ask(token: string, now: number): Promise<Identity | undefined> {
    const row = await this.db
      .selectFrom('app.credentials')
      .innerJoin('app.accounts', 'app.accounts.username', 'app.credentials.username')
      .select(['app.credentials.id', 'app.credentials.kind', 'app.credentials.expires_at'])
      .select(['app.accounts.username', 'app.accounts.person_id', 'app.accounts.language'])
      .where('token_hash', '=', hashOf(token))
      .where('disabled', '=', false)
      .executeTakeFirst();
    const expires = row ? Date.parse(row.expires_at) : 0;
    if (!row || expires <= now) return undefined;
    if (row.kind === 'session' && expires - now < sessionLength - hours / 4) await this.slide(row.id);
    const identity = identityOf(row);
    if (!this.asking.has(token)) return identity; // ended meanwhile: not to be remembered
    if (this.known.size > 10_000) this.known.clear();
    this.known.set(token, { identity, until: now + this.remembered, expires });
    return identity;
  }

  async logout({ credential }: Identity): Promise<void> {
    await this.end(credential);
  }

  /**
   * Makes an API token. It is shown this once.
   * @param id there is one token under it, however often it is asked for
   * @throws Rejection `auth.token-expiry` when it would be expired already, `auth.token-already-made` (conflict) with its `id`
   */
  async createToken(
    { username }: Identity,
    name: string,
    expiresAt: string,
    id: string = randomUUID(),
  ): Promise<TokenNote & Readonly<{ token: string }>> {
    const expires = Date.parse(expiresAt);
    if (!(expires > this.now())) throw new Rejection('invalid', 'auth.token-expiry', 'The token would be expired already.');
    const issued = await this.issue(username, 'token', name, new Date(expires).toISOString(), id);
    if (!issued) throw new Rejection('conflict', 'auth.token-already-made', 'This token was made before.', { id });
    return { id, token: issued.token, name, createdAt: this.at(0), expiresAt: issued.expiresAt };
  }

  async tokensOf({ username }: Identity): Promise<readonly TokenNote[]> {
    const rows = await this.db
      .selectFrom('app.credentials')
      .select(['id', 'name', 'created_at', 'expires_at'])
      .where('username', '=', username)
      .where('kind', '=', 'token')
      .orderBy('created_at')
      .execute();
    return rows.map((row) => ({ id: row.id, name: row.name ?? '', createdAt: row.created_at, expiresAt: row.expires_at }));
  }

  /** @throws Rejection `auth.token-unknown` when it is not one of the caller's */
  async revokeToken(identity: Identity, id: string): Promise<void> {
    const own = (await this.tokensOf(identity)).some((token) => token.id === id);
    if (!own) throw new Rejection('missing', 'auth.token-unknown', 'There is no such token.');
    await this.end(id);
  }

  private async openSession(account: AccountRow): Promise<Login> {
    await this.db.deleteFrom('app.credentials').where('expires_at', '<', this.at(0)).execute();
    const id = randomUUID();
    const issued = await this.issue(account.username, 'session', null, this.at(sessionLength), id);
    if (!issued) throw new Error('an id that was just made is taken');
    return { ...issued, identity: identityOf({ ...account, id, kind: 'session' }) };
  }

  private async accountOf(personId: string, wish: string): Promise<AccountRow> {
    const own = () =>
      this.db.selectFrom('app.accounts').selectAll().where('person_id', '=', personId).orderBy('created_at').execute();
    const wished = wish.trim().toLowerCase().slice(0, 100);
    // The second name is taken where the first one is somebody else's already.
    for (const username of [wished, `${wished}.${personId.slice(0, 8)}`]) {
      const accounts = await own();
      const account = accounts.find(({ disabled }) => !disabled);
      if (account) return account;
      if (accounts.length > 0) throw new Refusal(403, 'auth.account-disabled');
      await this.db
        .insertInto('app.accounts')
        .values({ username, password_hash: null, person_id: personId, language: 'id' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const [made] = await own();
    if (!made || made.disabled) throw new Refusal(403, 'auth.account-disabled');
    return made;
  }

  /** `undefined` where something was issued under this id before. */
  private async issue(username: string, kind: 'session' | 'token', name: string | null, expiresAt: string, id: string) {
    const token = `${kind === 'session' ? 'as' : 'at'}_${randomBytes(32).toString('base64url')}`;
    const rows = await this.db
      .insertInto('app.credentials')
      .values({ id, token_hash: hashOf(token), username, kind, name, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    return rows.length === 0 ? undefined : { token, expiresAt };
  }

  private async slide(id: string) {
    await this.db
      .updateTable('app.credentials')
      .set({ expires_at: this.at(sessionLength) })
      .where('id', '=', id)
      .execute();
  }

  private async end(credential: string) {
    await this.db.deleteFrom('app.credentials').where('id', '=', credential).execute();
    this.forget(({ identity }) => identity.credential === credential);
  }

  private async endAll(username: string) {
    await this.db.deleteFrom('app.credentials').where('username', '=', username).execute();
    this.forget(({ identity }) => identity.username === username);
  }

  private forget(which: (cached: Cached) => boolean) {
    this.asking.clear(); // who asks from now on sees that it is over
    for (const [token, cached] of this.known) if (which(cached)) this.known.delete(token);
  }

  private at(later: number) {
    return new Date(this.now() + later).toISOString();
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

const identityOf = (
  row: Readonly<{ username: string; person_id: string; language: string; id: string; kind: 'session' | 'token' }>,
): Identity => ({
  username: row.username,
  personId: row.person_id,
  language: row.language === 'en' ? 'en' : 'id',
  credential: row.id,
  kind: row.kind,
});

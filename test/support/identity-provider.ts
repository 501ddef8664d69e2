import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type Claims = Readonly<Record<string, unknown>>;
type Asked = Readonly<{ query: URLSearchParams; claims: Claims }>;

/** What a test may have the provider do wrong, or do at all. */
export type Mischief = {
  /** Over the claims of the ID token. */
  idToken?: Claims;
  /** Signed with a key that nobody published. */
  forged?: boolean;
  /** Sent back with another state. */
  state?: string;
  /** The answer instead of a code, as when the person says no. */
  error?: string;
  /** Answers nothing but 503. */
  down?: boolean;
};

/**
 * A small OpenID Connect provider in this process: discovery, authorization code with PKCE, signed tokens, logout.
 * Whoever is sent to it is signed in at once as the person whose claims were last given to `next`. It is strict where
 * the standard is (redirect address, secret, verifier, a code is good once), so that a client that leaves something out fails.
 */
export class IdentityProvider {
  claims: Claims = {};
  mischief: Mischief = {};
  private readonly codes = new Map<string, Asked>();

  private constructor(
    readonly issuer: string,
    readonly clientId: string,
    readonly clientSecret: string,
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>,
    private readonly others: Awaited<ReturnType<typeof generateKeyPair>>,
    readonly close: () => Promise<void>,
  ) {}

  static async start(clientId = 'alur'): Promise<IdentityProvider> {
    const handle = { by: (_request: IncomingMessage, reply: ServerResponse) => void reply.end() };
    const server = createServer((request, reply) => handle.by(request, reply));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const close = () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    const [keys, others] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const provider = new IdentityProvider(
      `http://127.0.0.1:${port}/realms/alur`,
      clientId,
      randomBytes(16).toString('hex'),
      keys,
      others,
      close,
    );
    handle.by = (request, reply) =>
      void provider.answer(request, reply).catch((error: unknown) => reply.writeHead(500).end(String(error)));
    return provider;
  }

  /** Who signs in next. */
  next(claims: Claims, mischief: Mischief = {}): void {
    [this.claims, this.mischief] = [claims, mischief];
  }

  /** A signed token with these claims over those that every token has. */
  async token(claims: Claims, { forged = false } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = { iss: this.issuer, sub: 'somebody', iat: now, exp: now + 300, ...claims };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign((forged ? this.others : this.keys).privateKey);
  }

  private async answer(request: IncomingMessage, reply: ServerResponse) {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (status: number, body: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (this.mischief.down) return json(503, { error: 'temporarily_unavailable' });
    switch (url.pathname.replace('/realms/alur', '')) {
      case '/.well-known/openid-configuration':
        return json(200, this.metadata());
      case '/jwks':
        return json(200, { keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
      case '/authorize':
        return reply.writeHead(302, { location: this.authorize(url.searchParams) }).end();
      case '/token':
        return json(...(await this.exchange(request)));
      default:
        return json(404, { error: 'not_found' });
    }
  }

  private metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      end_session_endpoint: `${this.issuer}/logout`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    };
  }

  private authorize(query: URLSearchParams): string {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', this.mischief.state ?? query.get('state') ?? '');
    if (this.mischief.error !== undefined) back.searchParams.set('error', this.mischief.error);
    else {
      const code = randomBytes(16).toString('hex');
      this.codes.set(code, { query, claims: this.claims });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  private async exchange(request: IncomingMessage): Promise<readonly [number, unknown]> {
    const form = new URLSearchParams(await text(request));
    const code = form.get('code') ?? '';
    const asked = this.codes.get(code);
    this.codes.delete(code);
    if (form.get('client_id') !== this.clientId || form.get('client_secret') !== this.clientSecret)
      return [401, { error: 'invalid_client' }];
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      asked?.query.get('code_challenge_method') === 'S256' &&
      asked.query.get('code_challenge') === challenge &&
      asked.query.get('redirect_uri') === form.get('redirect_uri');
    if (!asked || !right) return [400, { error: 'invalid_grant' }];
    const idToken = { aud: this.clientId, nonce: asked.query.get('nonce'), ...asked.claims, ...this.mischief.idToken };
    return [
      200,
      {
        access_token: randomBytes(16).toString('hex'),
        token_type: 'Bearer',
        expires_in: 300,
        id_token: await this.token(idToken, { forged: this.mischief.forged ?? false }),
      },
    ];
  }
}

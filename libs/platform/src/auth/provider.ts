import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { OidcSettings } from '../config.js';
import { Refusal } from '../problem.js';
import type { Journey } from './journeys.js';

/** Who the provider says it is: the number he is known by, and a name for his account. */
export type Outsider = Readonly<{ number: string; username: string }>;

/** Seconds in which the provider has to answer; longer, and whoever waits is told that it cannot be reached. */
const patience = 5;

/** What a provider signs with; never a secret that the client shares with it, never nothing. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/**
 * Signs people in by an OpenID Connect provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0,
 * RFC 6749, 7636, 9207), and takes its access tokens (RFC 9068) where an audience is set. Every signature is checked.
 *
 * The provider is looked up at its first use, and again while that fails: Alur starts without it.
 */
export class Provider {
  private found: Promise<Configuration> | undefined;
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  /** @param publicUrl where people come back to, `…/api/session/provider/callback` */
  constructor(
    private readonly settings: OidcSettings,
    private readonly publicUrl: string,
  ) {}

  get name(): string {
    return this.settings.name;
  }

  private get back(): string {
    return `${this.publicUrl}/api/session/provider/callback`;
  }

  /**
   * Where to send a browser, and what has to be kept until it is back.
   * @throws Refusal 503 `auth.provider-unreachable`
   */
  async begin(to: string): Promise<Readonly<{ url: string; journey: Journey }>> {
    const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to };
    const url = buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.back,
      scope: this.settings.scope,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
      state: journey.state,
      nonce: journey.nonce,
    });
    return { url: url.href, journey };
  }

  /**
   * Who came back.
   * @param query of the address he came back to, `?code=…&state=…`
   * @throws Refusal 400 `auth.provider-answer` for what does not belong together, is not the provider's or too old; 403
   * `auth.provider-refused` where the provider or the person said no, `auth.provider-no-number`; 503 `auth.provider-unreachable`
   */
  async finish(query: string, { state, nonce, verifier }: Journey): Promise<Outsider & Readonly<{ idToken: string }>> {
    const configuration = await this.configuration();
    const tokens = await authorizationCodeGrant(configuration, new URL(`${this.back}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    }).catch(asRefusal);
    return { ...this.outsiderIn(tokens.claims()), idToken: tokens.id_token ?? '' };
  }

  /** Where to send a browser to end its session with the provider as well; `undefined` where the provider knows no such thing. */
  async end(idToken: string): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: `${this.publicUrl}/login` })
      .href;
  }

  /**
   * Whose access token it is, and until when; `undefined` for one that is not the provider's, not for us, or too old.
   * @throws Refusal 503 `auth.provider-unreachable`
   */
  async bearer(token: string): Promise<(Outsider & Readonly<{ expires: number }>) | undefined> {
    const { audience } = this.settings;
    if (audience === undefined) return undefined;
    const metadata = (await this.configuration()).serverMetadata();
    if (!metadata.jwks_uri) return undefined;
    this.keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: patience * 1000 });
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: metadata.issuer,
        audience,
        algorithms,
        requiredClaims: ['exp'],
      });
      // An ID token says who signed in somewhere, and lets nobody in.
      if (payload['typ'] === 'ID' || payload['nonce'] !== undefined) return undefined;
      return { ...this.outsiderIn(payload), expires: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof Refusal || (error instanceof errors.JOSEError && isVerdict(error.code))) return undefined;
      throw new Refusal(503, 'auth.provider-unreachable', { retryAfter: 10 });
    }
  }

  private outsiderIn(claims: JWTPayload | undefined): Outsider {
    const [number, name] = [claims?.[this.settings.claim], claims?.['preferred_username']];
    if (typeof number !== 'string' || !/^[\w./ -]{1,64}$/.test(number.trim()))
      throw new Refusal(403, 'auth.provider-no-number', { claim: this.settings.claim });
    return { number: number.trim(), username: typeof name === 'string' ? name : number.trim() };
  }

  private configuration(): Promise<Configuration> {
    this.found ??= this.lookUp().catch((error: unknown) => {
      this.found = undefined;
      throw new Refusal(503, 'auth.provider-unreachable', {
        retryAfter: 10,
        because: error instanceof Error ? error.name : 'unknown',
      });
    });
    return this.found;
  }

  private lookUp(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])];
    return discovery(new URL(issuer), clientId, clientSecret, clientSecret === undefined ? None() : undefined, {
      timeout: patience,
      execute,
    });
  }
}

/** Whether the token was looked at, and not only the keys in vain. */
const isVerdict = (code: string) => !['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'].includes(code);

/** A provider that cannot be reached is not the caller's fault; everything else that came back is not what was asked for. */
const asRefusal = (error: unknown): never => {
  if (error instanceof AuthorizationResponseError) throw new Refusal(403, 'auth.provider-refused', { reason: error.error });
  const unreachable =
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (error instanceof ClientError && (error.code === 'OAUTH_TIMEOUT' || statusIn(error.cause) >= 500));
  if (unreachable) throw new Refusal(503, 'auth.provider-unreachable', { retryAfter: 10 });
  throw new Refusal(400, 'auth.provider-answer', { reason: reasonOf(error) });
};

/** Of the response that a client error is about. */
const statusIn = (cause: unknown): number =>
  typeof cause === 'object' && cause !== null && 'status' in cause && typeof cause.status === 'number' ? cause.status : 0;

const reasonOf = (error: unknown): string =>
  error instanceof ResponseBodyError ? error.error : error instanceof ClientError ? (error.code ?? error.message) : 'unknown';

import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { alurCommand } from '../support/alur-process.js';
import { HttpClient } from '../support/http-client.js';
import { IdentityProvider, type Mischief } from '../support/identity-provider.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const publicUrl = 'http://alur.localhost';

/** A browser as far as signing in needs one: it keeps cookies, and goes where it is sent only when told. */
class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path.replace(publicUrl, this.url), this.url), {
      redirect: 'manual',
      headers: { ...headers, ...(cookie ? { cookie } : {}) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** To the provider and to the address it sends back to, which is not yet visited. */
  async awayAndBack(to = ''): Promise<string> {
    const away = await this.get(`/api/session/provider${to && `?to=${encodeURIComponent(to)}`}`);
    expect(away.status).toBe(302);
    const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
    return back.headers.get('location') ?? '';
  }

  async problem(path: string) {
    const response = await this.get(path);
    const body: unknown = await response.json();
    return { status: response.status, code: Object(body).code as unknown };
  }
}

/** Signing in by an OpenID Connect provider, on the whole of Alur. */
describe('signing in by an identity provider', () => {
  let provider: IdentityProvider;
  let alur: RunningAlur;
  let sekda: Readonly<{ nip: string; id: string }>;

  beforeAll(async () => {
    provider = await IdentityProvider.start();
    alur = await startTestAlur({
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'akun ASN',
      OIDC_AUDIENCE: 'alur-api',
    });
    const me = (await (await HttpClient.anonymous(alur.url).signIn('sekda')).get('/me')).body;
    sekda = { nip: me.text('person', 'nip'), id: me.text('person', 'id') };
  }, 180_000);

  afterAll(async () => {
    await alur?.close();
    await provider?.close();
  }, 30_000);

  const browser = () => new Browser(alur.url);
  const signedIn = (who: Browser) => who.cookies.has('alur_session');

  it('is offered by name, beside the passwords that are kept here', async () => {
    const { body } = await HttpClient.anonymous(alur.url).get('/welcome');
    expect([body.at('provider').value, body.at('local').value]).toEqual(['akun ASN', true]);
  });

  it('lets in the person who bears the NIP, and takes him where he wanted to go', async () => {
    provider.next({ nip: sekda.nip, preferred_username: 'rahmat' });
    const who = browser();
    const arrived = await who.get(await who.awayAndBack('/proposals/1?tab=timeline'));
    expect([arrived.status, arrived.headers.get('location')]).toEqual([302, '/proposals/1?tab=timeline']);
    const me = await (await who.get('/api/me')).json();
    expect(me).toMatchObject({ person: { id: sekda.id }, username: 'sekda', maySign: true });
    expect([...who.cookies.keys()].sort()).toEqual(['alur_provider', 'alur_session']);
  });

  it('makes an account for a person who has none, and no password opens it', async () => {
    const hr = await HttpClient.anonymous(alur.url).signIn('verifikator');
    const nips = (await hr.get('/employees?limit=50')).body.list('items').map((row) => row.text('nip'));
    const nip = nips.find((other) => other !== sekda.nip) ?? '';
    provider.next({ nip, preferred_username: 'Sekda' }); // a name that somebody else has already
    const who = browser();
    expect((await who.get(await who.awayAndBack())).headers.get('location')).toBe('/inbox');
    const me = Object(await (await who.get('/api/me')).json());
    expect(me).toMatchObject({ person: { nip }, maySign: false });
    expect(me.username).not.toBe('sekda');
    const { status } = await HttpClient.anonymous(alur.url).post('/session', { username: me.username, password: 'kepahiang' });
    expect(status).toBe(401);
  });

  it('makes none for a person who was forgotten: it would bring his name back', async () => {
    const pool = openPool({ connectionString: addressOfRunning(alur.dataDir), max: 1, name: 'spec' });
    const { rows } = await pool.query<{ id: string; nip: string }>(
      `select id, nip from rm.staffing_people where status = 'active' and post in (select id from rm.staffing_posts where office is null)
         and id not in (select person from rm.identity_grants) and id not in (select person_id from app.accounts) limit 1`,
    );
    const { id = '', nip = '' } = rows[0] ?? {};
    const hr = await HttpClient.anonymous(alur.url).signIn('verifikator');
    const from = new Date().toISOString().slice(0, 10);
    expect((await hr.post(`/employees/${id}/status`, { status: 'retired', from, letter: 'SK 800/1/2026' })).status).toBe(200);
    await alurCommand(alur.dataDir, 'people', 'retention', '--years', '0', '--source', 'JRA 5/2026');
    const forget = ['people', 'forget', nip, '--reason', 'Permohonan', '--by', 'admin', '--yes'];
    expect(await alurCommand(alur.dataDir, ...forget)).toMatchObject({ code: 0 });
    provider.next({ nip, preferred_username: 'namanya.lagi' });
    const who = browser();
    expect(await who.problem(await who.awayAndBack())).toEqual({ status: 403, code: 'auth.provider-stranger' });
    expect((await pool.query('select 1 from app.accounts where person_id = $1', [id])).rowCount).toBe(0);
    await pool.end();
  }, 60_000);

  it('ends both sessions at signing out', async () => {
    provider.next({ nip: sekda.nip });
    const who = browser();
    await who.get(await who.awayAndBack());
    const { status } = await fetch(`${alur.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: `alur_session=${who.cookies.get('alur_session')}`, 'x-requested-with': 'alur' },
    });
    expect(status).toBe(204);
    expect((await who.get('/api/me')).status).toBe(401);
    const end = new URL((await who.get('/api/session/provider/end')).headers.get('location') ?? '');
    expect(`${end.origin}${end.pathname}`).toBe(`${provider.issuer}/logout`);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/login`);
    expect(end.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect((await who.get('/api/session/provider/end')).headers.get('location')).toBe('/login');
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  const refusals: readonly (readonly [what: string, mischief: Mischief, status: number, code: string])[] = [
    ['another nonce', { idToken: { nonce: 'guessed' } }, 400, 'auth.provider-answer'],
    ['another state', { state: 'guessed' }, 400, 'auth.provider-answer'],
    ['another issuer', { idToken: { iss: 'https://elsewhere.example' } }, 400, 'auth.provider-answer'],
    ['a token for another client', { idToken: { aud: 'another' } }, 400, 'auth.provider-answer'],
    ['a token that has expired', { idToken: { iat: past - 300, exp: past } }, 400, 'auth.provider-answer'],
    ['a token that another key signed', { forged: true }, 400, 'auth.provider-answer'],
    ['a person that is not known', { idToken: { nip: '190001011900011001' } }, 403, 'auth.provider-stranger'],
    ['no NIP at all', { idToken: { nip: undefined } }, 403, 'auth.provider-no-number'],
    ['a NIP that is no text', { idToken: { nip: 198001012005011001 } }, 403, 'auth.provider-no-number'],
    ['a person who said no', { error: 'access_denied' }, 403, 'auth.provider-refused'],
  ];
  it.each(refusals)('lets nobody in who comes back with %s', async (_what, mischief, status, code) => {
    provider.next({ nip: sekda.nip }, mischief);
    const who = browser();
    expect(await who.problem(await who.awayAndBack())).toEqual({ status, code });
    expect(signedIn(who)).toBe(false);
  });

  it('lets nobody in who was not sent away by this browser, or comes back twice', async () => {
    provider.next({ nip: sekda.nip });
    const [one, other] = [browser(), browser()];
    const back = await one.awayAndBack();
    expect(await other.problem(back)).toEqual({ status: 400, code: 'auth.provider-journey' });
    await other.awayAndBack(); // with a journey of its own, into somebody else's session
    expect(await other.problem(back)).toEqual({ status: 400, code: 'auth.provider-answer' });
    const sealed = one.cookies.get('alur_journey') ?? '';
    expect((await one.get(back)).status).toBe(302);
    one.cookies.clear();
    one.cookies.set('alur_journey', sealed);
    expect(await one.problem(back)).toEqual({ status: 400, code: 'auth.provider-answer' });
    one.cookies.set('alur_journey', `${sealed.slice(0, -2)}xx`);
    expect(await one.problem(back)).toEqual({ status: 400, code: 'auth.provider-journey' });
  });

  it('tells a person in words, in his language, and never sends him to another site', async () => {
    const who = browser();
    const page = await who.get('/api/session/provider/callback?code=x&state=y', { accept: 'text/html', 'accept-language': 'id' });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Mulai lagi dari halaman masuk');
    provider.next({ nip: sekda.nip });
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/login?to=/x']) {
      const visitor = browser();
      expect((await visitor.get(await visitor.awayAndBack(to))).headers.get('location')).toBe('/inbox');
    }
  });

  it('says so while the provider is down, and goes on when it is back; passwords go on meanwhile', async () => {
    provider.next({ nip: sekda.nip });
    const who = browser();
    const back = await who.awayAndBack();
    provider.next({ nip: sekda.nip }, { down: true });
    expect(await who.problem(back)).toEqual({ status: 503, code: 'auth.provider-unreachable' });
    await expect(HttpClient.anonymous(alur.url).signIn('sekda')).resolves.toBeDefined();
    provider.next({ nip: sekda.nip });
    const again = browser();
    expect((await again.get(await again.awayAndBack())).status).toBe(302);
  });

  describe('with an access token', () => {
    const asked = async (token: string, method = 'GET', path = '/me') =>
      (await fetch(`${alur.url}/api${path}`, { method, headers: { authorization: `Bearer ${token}` } })).status;

    it('that is for the API, a program asks as the person', async () => {
      const token = await provider.token({ aud: 'alur-api', nip: sekda.nip, preferred_username: 'rahmat' });
      const answer = await fetch(`${alur.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
      expect(await answer.json()).toMatchObject({ person: { id: sekda.id } });
      expect(await asked(token, 'DELETE', '/session')).toBe(204); // there is no session to end
    });

    it.each([
      ['for somebody else', { aud: 'another-api' }, 401],
      ['for the client: an ID token', { aud: 'alur', nonce: 'n' }, 401],
      ['that has expired', { aud: 'alur-api', iat: past - 300, exp: past }, 401],
      ['of another issuer', { aud: 'alur-api', iss: 'https://elsewhere.example' }, 401],
      ['of a person that is not known', { aud: 'alur-api', nip: '190001011900011001' }, 403],
    ])('%s, nobody is let in', async (_what, claims, status) => {
      expect(await asked(await provider.token({ nip: sekda.nip, ...claims }))).toBe(status);
    });

    it('that another key signed, or that is none, nobody is let in', async () => {
      expect(await asked(await provider.token({ aud: 'alur-api', nip: sekda.nip }, { forged: true }))).toBe(401);
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"aud":"alur-api"}').toString('base64url')}.x`;
      expect(await asked(unsigned)).toBe(401);
    });
  });
});

describe('an installation without passwords, whose provider cannot be reached', () => {
  let alur: RunningAlur;
  beforeAll(async () => {
    const gone = await IdentityProvider.start();
    await gone.close();
    alur = await startTestAlur({
      DEMO: '0',
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: gone.issuer,
      OIDC_CLIENT_ID: 'alur',
      LOCAL_ACCOUNTS: '0',
    });
  }, 120_000);
  afterAll(() => alur?.close());

  it('starts, takes no password, and says that the provider cannot be reached', async () => {
    const nobody = HttpClient.anonymous(alur.url);
    const { status, body } = await nobody.post('/session', { username: 'sekda', password: 'kepahiang' });
    expect([status, body.text('code')]).toEqual([403, 'auth.local-off']);
    const away = await nobody.get('/session/provider');
    expect([away.status, away.body.text('code')]).toEqual([503, 'auth.provider-unreachable']);
    expect((await nobody.get('/welcome')).body.at('local').value).toBe(false);
  });
});

import { type Accounts, type Identity, type Journeys, type Login, type Outsider, type Provider, Refusal } from '@app/platform';

export type SignInParts = Readonly<{
  accounts: Accounts;
  /** Whether people may sign in by a name and a password that are kept here. */
  local: boolean;
  provider?: Provider;
  journeys: Journeys;
  /** Whose people these are, as the login page says. */
  government: Readonly<{ id: string; en: string }>;
  /** The person that bears a number; `undefined` where nobody does. */
  personOf: (number: string) => Promise<string | undefined>;
}>;

const rememberedMs = 5_000;

/** The ways in: a password that is kept here, an identity provider, or either. */
export class SignIn {
  private readonly known = new Map<string, Readonly<{ identity: Identity; until: number }>>();

  constructor(private readonly parts: SignInParts) {}

  get government(): Readonly<{ id: string; en: string }> {
    return this.parts.government;
  }

  get local(): boolean {
    return this.parts.local;
  }

  get provider(): Provider | undefined {
    return this.parts.provider;
  }

  /** Where to send a browser that wants to sign in, and what it has to bring back. */
  async begin(to: string): Promise<Readonly<{ url: string; sealed: string }>> {
    const { url, journey } = await this.asked().begin(to);
    return { url, sealed: await this.parts.journeys.seal(journey) };
  }

  /**
   * Lets in who came back from the provider.
   * @throws Refusal 400 `auth.provider-journey`, what `Provider.finish` throws, 403 `auth.provider-stranger`,
   * 403 `auth.account-disabled`
   */
  async finish(query: string, sealed: string | undefined): Promise<Login & Readonly<{ to: string; idToken: string }>> {
    const provider = this.asked();
    const journey = sealed === undefined ? undefined : await this.parts.journeys.open(sealed);
    if (!journey) throw new Refusal(400, 'auth.provider-journey');
    const { idToken, ...outsider } = await provider.finish(query, journey);
    const login = await this.parts.accounts.enter(await this.personBehind(outsider), outsider.username);
    return { ...login, to: journey.to, idToken };
  }

  /** Who shows an access token of the provider. Remembered for some seconds, as sessions are. */
  async byToken(jwt: string): Promise<Identity | undefined> {
    const { provider, accounts } = this.parts;
    if (!provider) return undefined;
    const known = this.known.get(jwt);
    if (known && known.until > Date.now()) return known.identity;
    this.known.delete(jwt);
    const outsider = await provider.bearer(jwt);
    if (!outsider) return undefined;
    const identity = await accounts.vouched(await this.personBehind(outsider), outsider.username);
    if (this.known.size > 1_000) this.known.clear();
    this.known.set(jwt, { identity, until: Math.min(Date.now() + rememberedMs, outsider.expires) });
    return identity;
  }

  private asked(): Provider {
    if (!this.parts.provider) throw new Refusal(404, 'auth.provider-absent');
    return this.parts.provider;
  }

  private async personBehind({ number }: Outsider): Promise<string> {
    const person = await this.parts.personOf(number);
    if (person === undefined) throw new Refusal(403, 'auth.provider-stranger');
    return person;
  }
}

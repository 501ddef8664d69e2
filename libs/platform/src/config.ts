import { parseSettings, type Settings } from './settings.js';

/** An OpenID Connect provider that lets people in. */
export type OidcSettings = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** The claim that holds the person's number. */
  claim: string;
  scope: string;
  /** For people: "Masuk dengan …". */
  name: string;
  /** Access tokens for this audience are taken by the API; without one none are. */
  audience: string | undefined;
}>;

type Common = Readonly<{
  tenant: string;
  host: string;
  port: number;
  drainSeconds: number;
  dataDir: string;
  /** Whether the first start makes it a demo. */
  demo: 'full' | 'small' | 'none';
  masterKey: Buffer | undefined;
  mail: Readonly<{ smtpUrl: string | undefined; from: string }>;
  publicUrl: string;
  hrAgency: string;
  /** The file that says what the government's paper bears; the program's own where none is named. */
  letterhead: string | undefined;
  logLevel: Settings['LOG_LEVEL'];
  behindProxy: boolean;
  localAccounts: boolean;
  oidc: OidcSettings | undefined;
}>;

/** What is there where Alur brings no PostgreSQL of its own. */
type Given = Readonly<{ databaseUrl: string; statusPort: number | undefined }>;

/**
 * What the process was told from outside, in three sizes (docs/configuration.md).
 * `embedded` brings its own PostgreSQL; `server` is given one, and may be given Redis and an event store; `cluster` is given all three.
 */
export type Config =
  | (Common & Readonly<{ profile: 'embedded' }>)
  | (Common & Given & Readonly<{ profile: 'server'; redisUrl: string | undefined; eventStoreUrl: string | undefined }>)
  | (Common & Given & Readonly<{ profile: 'cluster'; redisUrl: string; eventStoreUrl: string }>);

/** Everything that is wrong with the settings, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`Alur cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the environment; the only place that does. An empty variable counts as not set.
 * @param given settings of the command line, which win
 * @throws ConfigError naming every setting that is wrong
 */
export const readConfig = (
  given: Readonly<Record<string, string | undefined>> = {},
  env: NodeJS.ProcessEnv = process.env,
): Config => {
  const set = Object.fromEntries(Object.entries({ ...env, ...defined(given) }).filter(([, value]) => value !== ''));
  const profile = set['PROFILE'] ?? (set['DATABASE_URL'] ? 'server' : 'embedded');
  const settings = parseSettings(set, profile);
  if (!('PROFILE' in settings)) throw new ConfigError(settings);
  return configOf(settings);
};

const configOf = (settings: Settings): Config => {
  const common: Common = {
    tenant: settings.TENANT,
    host: settings.HOST,
    port: settings.PORT,
    drainSeconds: settings.DRAIN_SECONDS,
    dataDir: settings.DATA_DIR,
    demo: demoOf(settings.DEMO ?? settings.PROFILE === 'embedded'),
    masterKey: settings.ALUR_MASTER_KEY,
    mail: { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM },
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    hrAgency: settings.HR_AGENCY,
    letterhead: settings.LETTERHEAD,
    logLevel: settings.LOG_LEVEL,
    behindProxy: settings.BEHIND_PROXY,
    localAccounts: settings.LOCAL_ACCOUNTS,
    oidc: oidcOf(settings),
  };
  if (settings.PROFILE === 'embedded') return { ...common, profile: 'embedded' };
  const servers = { databaseUrl: settings.DATABASE_URL, statusPort: settings.STATUS_PORT };
  return settings.PROFILE === 'server'
    ? { ...common, ...servers, profile: 'server', redisUrl: settings.REDIS_URL, eventStoreUrl: settings.EVENTSTORE_URL }
    : { ...common, ...servers, profile: 'cluster', redisUrl: settings.REDIS_URL, eventStoreUrl: settings.EVENTSTORE_URL };
};

const oidcOf = (settings: Settings): OidcSettings | undefined =>
  settings.OIDC_ISSUER === undefined || settings.OIDC_CLIENT_ID === undefined
    ? undefined
    : {
        issuer: settings.OIDC_ISSUER,
        clientId: settings.OIDC_CLIENT_ID,
        clientSecret: settings.OIDC_CLIENT_SECRET,
        claim: settings.OIDC_CLAIM,
        scope: settings.OIDC_SCOPE,
        name: settings.OIDC_NAME,
        audience: settings.OIDC_AUDIENCE,
      };

const demoOf = (wanted: boolean | 'small') => (wanted === 'small' ? 'small' : wanted ? 'full' : 'none');

const defined = (record: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

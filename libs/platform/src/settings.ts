import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], { error: 'must be 1 or 0' })
  .transform((word) => ['1', 'true', 'yes'].includes(word));
const port = z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0).max(65535);
const url = (...protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must begin with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
/** What signs people in is not to be read on the way. */
const issuer = url('https:', 'http:').refine(
  (text) =>
    !URL.canParse(text) || !text.startsWith('http:') || /^(localhost|127\.|\[::1\]|.*\.localhost$)/.test(new URL(text).hostname),
  'must begin with https:// (http only on localhost)',
);
/** Addresses of several servers at once are no URL by the standard, since `host:port,host:port` is none. */
const addresses = (form: RegExp, error: string) => z.string({ error }).regex(form, error);

const eventStoreUrl = addresses(
  /^(esdb|kurrentdb)(\+discover)?:\/\/([^/@\s]+@)?[\w.-]+(:\d+)?(,[\w.-]+(:\d+)?)*\/?(\?\S*)?$/,
  'must be esdb://HOST:PORT?… or kurrentdb://…, or with +discover for a cluster',
);

const redisUrl = addresses(
  /^rediss?:\/\/\S+$|^rediss?\+sentinel:\/\/([^/@\s]+@)?[\w.-]+(:\d+)?(,[\w.-]+(:\d+)?)*\/[\w.-]+$|^rediss?\+cluster:\/\/([^/@\s]+@)?[\w.-]+(:\d+)?(,[\w.-]+(:\d+)?)*\/?$/,
  'must be redis://HOST:PORT, redis+sentinel://HOST:PORT,…/MASTER or redis+cluster://HOST:PORT,… (rediss for TLS)',
);

/** The key of the keys of personal data. */
const masterKey = z
  .string({ error: 'must be given: 32 bytes as base64 or hex, the same for every process' })
  .transform((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'))
  .refine((key) => key.length === 32, 'must be 32 bytes, written as base64 or hex');

const everywhere = {
  /** The government whose people these are; the first part of every stream's name. */
  TENANT: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,30}$/, 'must be lower-case letters and digits, a letter first, 2 to 31 of them')
    .default('kepahiang'),
  /** The code of the unit that is the HR agency. */
  HR_AGENCY: z.string().min(1).default('BKDPSDM'),
  /** What the government's paper bears: a JSON file. */
  LETTERHEAD: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** How long a process that was told to end still takes requests, while it says that it is not ready. */
  DRAIN_SECONDS: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 60')
    .max(60, 'must be 0 to 60')
    .default(0),
  DATA_DIR: z.string().min(1).default('./data'),
  /** How people reach the site, for links in mail and the way back from an identity provider. */
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** Behind a proxy that speaks TLS, cookies are for TLS only and the caller's address is the proxy's word. */
  BEHIND_PROXY: flag.default(false),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().min(3).default('Alur <alur@localhost>'),
  /** Demo data and demo accounts at the first start, and the movable clock. `small`: without schools and clinics. */
  DEMO: z.union([flag, z.literal('small')], { error: 'must be 1, 0 or small' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  /** Whether people may sign in with a name and a password that Alur keeps. */
  LOCAL_ACCOUNTS: flag.default(true),
  /** The issuer of an OpenID Connect provider; its discovery document lies under it. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Absent for a public client, which PKCE protects. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** The claim that holds the number of the person: the NIP, or what the import file has for it. */
  OIDC_CLAIM: z.string().min(1).default('nip'),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must contain openid')
    .default('openid profile'),
  /** What the button on the login page says after "Masuk dengan". */
  OIDC_NAME: z.string().min(1).max(60).default('SSO'),
  /** The audience that access tokens must be for, to be taken by the API. Absent: none are taken. */
  OIDC_AUDIENCE: z.string().min(1).optional(),
};

/** Given servers instead of its own. */
const servers = {
  ...everywhere,
  /** Where a worker on its own answers about its health and its figures. Absent: nowhere. */
  STATUS_PORT: port.optional(),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  /** Not optional: processes that each made their own could not read each other's names. */
  ALUR_MASTER_KEY: masterKey,
};

const embedded = z.object({
  PROFILE: z.literal('embedded'),
  ...everywhere,
  /** Default: made at the first start and kept in the data folder. */
  ALUR_MASTER_KEY: masterKey.optional(),
});
const server = z.object({
  PROFILE: z.literal('server'),
  ...servers,
  REDIS_URL: redisUrl.optional(),
  EVENTSTORE_URL: eventStoreUrl.optional(),
});
const cluster = z.object({ PROFILE: z.literal('cluster'), ...servers, REDIS_URL: redisUrl, EVENTSTORE_URL: eventStoreUrl });

/** What may be set, by profile. `docs/configuration.md` says the same, and a test compares them. */
export const settingsOf = { embedded, server, cluster } as const;

export const settings = z.discriminatedUnion('PROFILE', [embedded, server, cluster]);
export type Settings = z.infer<typeof settings>;
export type Profile = Settings['PROFILE'];

export const isProfile = (name: string): name is Profile => Object.hasOwn(settingsOf, name);

type Given = Readonly<Record<string, unknown>>;

/** What is wrong only together with another setting. Asked of what was given, so that it is named beside everything else. */
const together = (given: Given): readonly string[] => {
  const has = (name: string) => given[name] !== undefined;
  const off = ['0', 'false', 'no'].includes(String(given['LOCAL_ACCOUNTS']));
  return [
    has('OIDC_ISSUER') && !has('OIDC_CLIENT_ID') && 'OIDC_CLIENT_ID: must be given with OIDC_ISSUER',
    has('OIDC_ISSUER') && !has('PUBLIC_URL') && 'PUBLIC_URL: must be given with OIDC_ISSUER, which sends people back there',
    !has('OIDC_ISSUER') &&
      ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE'].some(has) &&
      'OIDC_ISSUER: must be given with the other settings of OIDC',
    has('OIDC_AUDIENCE') &&
      given['OIDC_AUDIENCE'] === given['OIDC_CLIENT_ID'] &&
      'OIDC_AUDIENCE: must not be the client itself, whose ID tokens are for nobody else',
    off && !has('OIDC_ISSUER') && 'LOCAL_ACCOUNTS: may be 0 only where OIDC_ISSUER lets people in',
  ].filter((problem) => problem !== false);
};

/** Everything that is wrong, one line each; or the settings. */
export const parseSettings = (given: Given, profile: string): Settings | readonly string[] => {
  const schema = isProfile(profile) ? settingsOf[profile] : z.object(everywhere);
  const result = schema.safeParse({ ...given, PROFILE: profile });
  const problems = [
    ...(isProfile(profile) ? [] : ['PROFILE: must be embedded, server or cluster']),
    ...(result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${inWords(message)}`)),
    ...together(given),
  ];
  return problems.length > 0 ? problems : settings.parse({ ...given, PROFILE: profile });
};

const inWords = (message: string) => (/^Invalid input: .*received undefined$/.test(message) ? 'must be given' : message);

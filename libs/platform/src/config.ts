import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], { error: 'must be 1 or 0' })
  .transform((word) => ['1', 'true', 'yes'].includes(word));
const port = z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535);
const url = (...protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must begin with ${protocols.map((p) => `${p}//`).join(' or ')}`,
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
    .regex(/^[a-z][a-z0-9]{1,30}$/, 'must be lower-case letters and digits')
    .default('kepahiang'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Demo data and demo accounts at the first start, and the movable clock. Default: on when embedded. `small`: without schools and clinics. */
  DEMO: z.union([flag, z.literal('small')], { error: 'must be 1, 0 or small' }).optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().min(3).default('Alur <alur@localhost>'),
  /** How people reach the site, for links in mail. */
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** The code of the unit that is the HR agency. */
  HR_AGENCY: z.string().min(1).default('BKDPSDM'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Behind a proxy that speaks TLS, cookies are for TLS only and the caller's address is the proxy's word. */
  BEHIND_PROXY: flag.default(false),
};

const profiles = z.discriminatedUnion('PROFILE', [
  z.object({
    PROFILE: z.literal('embedded'),
    ...everywhere,
    /** Default: made at the first start and kept in the data folder. */
    ALUR_MASTER_KEY: masterKey.optional(),
  }),
  z.object({
    PROFILE: z.literal('server'),
    ...everywhere,
    DATABASE_URL: url('postgres:', 'postgresql:'),
    /** Not optional: processes that each made their own could not read each other's names. */
    ALUR_MASTER_KEY: masterKey,
    REDIS_URL: url('redis:', 'rediss:').optional(),
  }),
]);

type Settings = z.infer<typeof profiles>;

type Common = Readonly<{
  tenant: string;
  host: string;
  port: number;
  dataDir: string;
  /** Whether the first start makes it a demo. */
  demo: 'full' | 'small' | 'none';
  masterKey: Buffer | undefined;
  mail: Readonly<{ smtpUrl: string | undefined; from: string }>;
  publicUrl: string;
  hrAgency: string;
  logLevel: Settings['LOG_LEVEL'];
  behindProxy: boolean;
}>;

/** What the process was told from outside. `embedded` brings its own PostgreSQL; `server` is given one. */
export type Config =
  | (Common & Readonly<{ profile: 'embedded' }>)
  | (Common & Readonly<{ profile: 'server'; databaseUrl: string; redisUrl: string | undefined }>);

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
  const PROFILE = set['PROFILE'] ?? (set['DATABASE_URL'] ? 'server' : 'embedded');
  const result = profiles.safeParse({ ...set, PROFILE });
  if (!result.success) throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  return configOf(result.data);
};

const configOf = (settings: Settings): Config => {
  const common: Common = {
    tenant: settings.TENANT,
    host: settings.HOST,
    port: settings.PORT,
    dataDir: settings.DATA_DIR,
    demo: demoOf(settings.DEMO ?? settings.PROFILE === 'embedded'),
    masterKey: settings.ALUR_MASTER_KEY,
    mail: { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM },
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    hrAgency: settings.HR_AGENCY,
    logLevel: settings.LOG_LEVEL,
    behindProxy: settings.BEHIND_PROXY,
  };
  return settings.PROFILE === 'embedded'
    ? { ...common, profile: 'embedded' }
    : { ...common, profile: 'server', databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL };
};

const demoOf = (wanted: boolean | 'small') => (wanted === 'small' ? 'small' : wanted ? 'full' : 'none');

const defined = (record: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { readConfig } from '@app/platform';
import { Ajv, type AnySchemaObject } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';
import { textOf } from './manifests.js';

const compose: unknown = parse(textOf('docker-compose.yml'), { merge: true });
const services = z
  .looseObject({
    services: z.record(
      z.string(),
      z.looseObject({
        environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        healthcheck: z.looseObject({}).optional(),
        volumes: z.array(z.string()).default([]),
      }),
    ),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(compose);

/** What `docker compose` puts in for `${NAME:-default}` and `${NAME:?why}`. */
const filled = (text: string, given: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = given[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set: ${rest ?? ''}`);
    return value;
  });

const schema = (): AnySchemaObject => {
  const dclint = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
  const text: unknown = JSON.parse(readFileSync(join(dclint, 'schemas/compose.schema.json'), 'utf8'));
  return z.looseObject({}).parse({ ...Object(text), $schema: 'http://json-schema.org/draft-07/schema#' });
};

/** Against the schema of the Compose specification. Nothing of it is started here. */
describe('docker-compose.yml', () => {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { duration: true, ports: true, expose: true, subnet_ip_address: true },
  });
  const validate = ajv.compile(schema());

  it('is right by the schema of Compose', () => {
    void validate(compose);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { api: { imagee: 'alur' } } })).toBe(false);
  });

  it('has everything that the server profile stands on, and keeps what must be kept', () => {
    expect(Object.keys(services.services).sort()).toEqual(
      ['api', 'eventstore', 'grafana', 'keycloak', 'mail', 'postgres', 'prometheus', 'redis', 'worker'].sort(),
    );
    const kept = Object.values(services.services).flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(Object.keys(services.volumes).filter((name) => !kept.includes(name))).toEqual([]);
    for (const volume of kept.filter((name) => !name.startsWith('./'))) expect(Object.keys(services.volumes)).toContain(volume);
  });

  it('gives api and worker settings that they start with, once there is an .env', () => {
    const asked = [...textOf('infra/make-env.sh').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const env = Object.fromEntries(asked.map((name) => [name, '7'.repeat(64)]));
    for (const name of ['api', 'worker']) {
      const settings = Object.entries(services.services[name]?.environment ?? {});
      const given = Object.fromEntries(settings.map(([key, value]) => [key, filled(String(value), env)]));
      expect(readConfig({}, given)).toMatchObject({
        profile: 'server',
        eventStoreUrl: 'esdb://eventstore:2113?tls=false',
        redisUrl: 'redis://redis:6379',
        oidc: { clientId: 'alur', audience: 'alur-api' },
        ...(name === 'worker' ? { statusPort: 9100 } : { port: 3000 }),
      });
    }
  });

  it('asks for secrets, and has none', () => {
    for (const [name, { environment = {} }] of Object.entries(services.services))
      for (const [key, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|MASTER_KEY/.test(key))
          expect([name, key, value]).toEqual([name, key, expect.stringMatching(/^\$\{\w+:\?/)]);
  });
});

describe('the image', () => {
  const lines = textOf('infra/Dockerfile').split('\n');
  it('runs as an account that is not root, says how it is, and starts files that a build makes', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last).toContain('USER 1000:1000');
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(textOf('scripts/build.mjs')).toContain('dist');
  });
});

describe('the realm for Keycloak', () => {
  const mapper = z.looseObject({ name: z.string(), config: z.record(z.string(), z.string()) });
  const realm = z
    .looseObject({
      clients: z.array(
        z.looseObject({
          clientId: z.string(),
          secret: z.string(),
          redirectUris: z.array(z.string()),
          protocolMappers: z.array(mapper),
        }),
      ),
      components: z.record(z.string(), z.array(z.looseObject({ config: z.record(z.string(), z.array(z.string())) }))),
    })
    .parse(JSON.parse(textOf('infra/keycloak/alur-realm.json')));

  it('sends people back to where Alur takes them, with their NIP, and holds no secret', () => {
    const [client] = realm.clients;
    expect(client).toMatchObject({
      clientId: 'alur',
      secret: '${ALUR_OIDC_CLIENT_SECRET}',
      redirectUris: ['${ALUR_PUBLIC_URL}/api/session/provider/callback'],
    });
    expect(client?.protocolMappers.map(({ config }) => config['claim.name'] ?? config['included.custom.audience'])).toEqual([
      'nip',
      'alur-api',
    ]);
  });

  it('lets nobody but an administrator change a NIP', () => {
    const [profile] = Object.values(realm.components).flat();
    const permissions = z.looseObject({
      attributes: z.array(z.looseObject({ name: z.string(), permissions: z.object({ edit: z.array(z.string()) }).loose() })),
    });
    const { attributes } = permissions.parse(JSON.parse(profile?.config['kc.user.profile.config']?.[0] ?? '{}'));
    expect(attributes.find(({ name }) => name === 'nip')?.permissions.edit).toEqual(['admin']);
  });
});

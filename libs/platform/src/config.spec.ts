import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('the settings', () => {
  it('need nothing: embedded, on this machine only, with the demo', () => {
    expect(readConfig({}, {})).toMatchObject({
      profile: 'embedded',
      host: '127.0.0.1',
      port: 3000,
      tenant: 'kepahiang',
      demo: 'full',
    });
  });

  it('are those of a server as soon as a database is named, without demo', () => {
    const config = readConfig({}, { DATABASE_URL: 'postgres://db/alur', REDIS_URL: '', ALUR_MASTER_KEY: '7'.repeat(64) });
    expect(config).toMatchObject({ profile: 'server', databaseUrl: 'postgres://db/alur', redisUrl: undefined, demo: 'none' });
  });

  it('take the command line over the environment', () => {
    expect(readConfig({ PORT: '4000', HOST: undefined }, { PORT: '5000', HOST: '0.0.0.0' })).toMatchObject({
      port: 4000,
      host: '0.0.0.0',
    });
  });

  it('take a master key in hex or base64, of 32 bytes', () => {
    const key = Buffer.alloc(32, 7);
    expect(readConfig({}, { ALUR_MASTER_KEY: key.toString('hex') }).masterKey).toEqual(key);
    expect(readConfig({}, { ALUR_MASTER_KEY: key.toString('base64') }).masterKey).toEqual(key);
  });

  it('ask a server for the master key, which all of its processes share', () => {
    expect(() => readConfig({}, { DATABASE_URL: 'postgres://db/alur' })).toThrow('ALUR_MASTER_KEY: must be given');
  });

  it('say what a word for the demo may be', () => {
    expect(() => readConfig({}, { DEMO: 'full' })).toThrow('DEMO: must be 1, 0 or small');
  });

  it('name everything that is wrong at once', () => {
    const wrong = () =>
      readConfig({}, { PROFILE: 'server', PORT: 'eighty', SMTP_URL: 'mailhost', ALUR_MASTER_KEY: 'short', LOG_LEVEL: 'loud' });
    expect(wrong).toThrow(ConfigError);
    for (const name of ['DATABASE_URL', 'PORT', 'SMTP_URL', 'ALUR_MASTER_KEY', 'LOG_LEVEL']) expect(wrong).toThrow(name);
  });
});

describe('three sizes', () => {
  const given = { DATABASE_URL: 'postgres://db/alur', ALUR_MASTER_KEY: '7'.repeat(64) };

  it('a cluster has an event store and a queue of its own', () => {
    expect(() => readConfig({}, { ...given, PROFILE: 'cluster' })).toThrow(/REDIS_URL: must [^]*EVENTSTORE_URL: must/);
    const cluster = {
      REDIS_URL: 'redis+sentinel://:secret@s1:26379,s2:26379/alur',
      EVENTSTORE_URL: 'esdb+discover://admin:changeit@e1:2113,e2:2113,e3:2113?tls=true',
    };
    expect(readConfig({}, { ...given, ...cluster, PROFILE: 'cluster' })).toMatchObject({
      profile: 'cluster',
      redisUrl: cluster.REDIS_URL,
      eventStoreUrl: cluster.EVENTSTORE_URL,
    });
  });

  it('there is no fourth, and what else is wrong is said beside it', () => {
    expect(() => readConfig({}, { PROFILE: 'huge', PORT: '-1' })).toThrow(/PROFILE: must be embedded, server or cluster[^]*PORT/);
  });

  it.each(['redis://:pw@h:6379/1', 'rediss://h', 'redis+cluster://a:6379,b:6379', 'rediss+sentinel://u:p@a,b:1/main'])(
    'the queue may be at %s',
    (url) => expect(readConfig({}, { ...given, REDIS_URL: url })).toMatchObject({ redisUrl: url }),
  );

  it.each(['h:6379', 'http://h', 'redis+sentinel://a:26379', 'redis+cluster://'])('the queue may not be at %s', (url) =>
    expect(() => readConfig({}, { ...given, REDIS_URL: url })).toThrow('REDIS_URL: must be redis://'),
  );

  it.each(['esdb://localhost:2113?tls=false', 'kurrentdb+discover://a:2113,b:2113'])('events may lie at %s', (url) =>
    expect(readConfig({}, { ...given, EVENTSTORE_URL: url })).toMatchObject({ eventStoreUrl: url }),
  );
});

describe('the settings of a provider', () => {
  const provider = {
    OIDC_ISSUER: 'https://sso.example/realms/alur',
    OIDC_CLIENT_ID: 'alur',
    PUBLIC_URL: 'https://alur.example/',
  };

  it('ask for a NIP in the claim `nip`, unless told otherwise', () => {
    expect(readConfig({}, provider)).toMatchObject({
      publicUrl: 'https://alur.example',
      localAccounts: true,
      oidc: { issuer: provider.OIDC_ISSUER, clientId: 'alur', claim: 'nip', name: 'SSO', audience: undefined },
    });
    expect(readConfig({}, {}).oidc).toBeUndefined();
  });

  it('belong together, and each that lacks is named', () => {
    expect(() => readConfig({}, { OIDC_ISSUER: provider.OIDC_ISSUER })).toThrow(/OIDC_CLIENT_ID: must[^]*PUBLIC_URL: must/);
    expect(() => readConfig({}, { OIDC_CLIENT_SECRET: 'x', LOCAL_ACCOUNTS: '0' })).toThrow(/OIDC_ISSUER: must[^]*LOCAL_ACCOUNTS/);
    expect(() => readConfig({}, { ...provider, OIDC_ISSUER: 'http://sso.example/' })).toThrow(
      'OIDC_ISSUER: must begin with https',
    );
    expect(readConfig({}, { ...provider, OIDC_ISSUER: 'http://sso.localhost:8080/realms/alur' }).oidc).toBeDefined();
  });
});

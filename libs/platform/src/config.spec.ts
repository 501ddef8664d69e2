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

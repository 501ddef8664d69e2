import { swcOptions } from './scripts/swc.mjs';

/** Jest in ESM mode; `npm test` and `npm run check` set the flag that it needs. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/scripts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data', '<rootDir>/apps/web/dist'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  // For a busy machine with two cores. A test that waits for something waits for it by name, with its own limit.
  testTimeout: 60_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/test/support/run-folder.mjs',
  globalTeardown: '<rootDir>/test/support/run-folder-away.mjs',
  moduleNameMapper: {
    '^@app/domain/([^/]+)/adapters/([^/]+)$': '<rootDir>/libs/domain/src/$1/adapters/$2.ts',
    '^@app/([^/]+)/adapters/([^/]+)$': '<rootDir>/libs/$1/src/adapters/$2.ts',
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing.ts',
    '^@app/domain/([^/]+)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import TestRunner from 'jest-runner';

/**
 * Runs for a mutant the specifications whose tests reach it and no others, the quickest first, until one of them fails: StrykerJS
 * has Jest load every file and go on to the end. Which tests a file has is written down by the first run, without a mutant.
 */
export default class MutantRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    const known = join(this._globalConfig.rootDir, 'tests-of-files.json');
    const ran = {};
    let failed = false;
    const stops = [
      this.on('test-file-failure', () => (failed = true)),
      this.on('test-file-success', ([{ path }, { testResults, perfStats }]) => {
        ran[path] = { names: testResults.map(({ fullName }) => fullName), ms: perfStats.runtime };
        failed ||= testResults.some(({ status }) => status === 'failed');
      }),
    ];
    if (process.env.__STRYKER_ACTIVE_MUTANT__ === undefined) {
      await super.runTests(tests, watcher, options);
      writeFileSync(known, JSON.stringify(ran));
    } else {
      const files = JSON.parse(readFileSync(known, 'utf8'));
      const wanted = new RegExp(this._globalConfig.testNamePattern ?? '', 'i');
      const reaching = tests.filter(({ path }) => files[path]?.names.some((name) => wanted.test(name)) ?? true);
      reaching.sort((one, other) => (files[one.path]?.ms ?? 0) - (files[other.path]?.ms ?? 0));
      for (const test of reaching) if (!failed) await super.runTests([test], watcher, options);
    }
    for (const stop of stops) stop();
  }
}

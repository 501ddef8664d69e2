/**
 * `npm run mutants -- [count] [seed] [file]`: how many planted faults in the engine its specifications find.
 *
 * A seeded sample of the mutants of `libs/workflow` and `libs/decider` (all of them for `all`; of the files with `file` in their
 * names, for whoever mends one), run by StrykerJS. Survivors are
 * printed as they are found; `docs/engine/mutants.md` judges them. Takes up to an hour; no part of `npm test`.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import fc from 'fast-check';
import { bootstrap, main, root } from './bootstrap.mjs';

const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };
const isSpecification = (file) => /\.spec\.ts$|testing\.ts$|\.d\.ts$|\/lives\//.test(file);

/** Every mutant of the engine. */
const mutants = async (named) => {
  const names = ['libs/decider/src', 'libs/workflow/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => `${folder}/${file}`)
      .filter((file) => file.endsWith('.ts') && file.includes(named) && !isSpecification(file)),
  );
  const files = names.sort().map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };
  const found = await new Instrumenter(silent).instrument(files, options);
  return found.mutants;
};

const before = (one, other) => one.line < other.line || (one.line === other.line && one.column <= other.column);
const lies = (inner, outer) =>
  inner.fileName === outer.fileName &&
  before(outer.location.start, inner.location.start) &&
  before(inner.location.end, outer.location.end);

/** So many mutants as ranges. A range brings every mutant that lies within it, so that fewer ranges are needed. */
const sampleOf = (all, count, seed) => {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { seed, numRuns: 1 });
  const chosen = new Set();
  const ranges = [];
  for (const mutant of shuffled) {
    if (chosen.size >= count) break;
    if (chosen.has(mutant)) continue;
    for (const each of all) if (lies(each, mutant)) chosen.add(each);
    const { start, end } = mutant.location;
    ranges.push(`${mutant.fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`);
  }
  return { ranges, size: chosen.size };
};

await main(async () => {
  const begun = performance.now();
  await bootstrap({ web: false });
  const [asked = '600', given, named = ''] = process.argv.slice(2);
  const seed = Number(given ?? randomInt(2 ** 31 - 1));
  const all = await mutants(named);
  const { ranges, size } = sampleOf(all, asked === 'all' ? all.length : Number(asked), seed);
  console.log(`${size} of ${all.length} mutants, seed ${seed}`);
  // The same lives of cases for every mutant, so that one that is found is found again.
  Object.assign(process.env, {
    FC_SEED: String(seed),
    FC_RUNS: '150',
    FC_SHRINK: '0',
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
  });
  mkdirSync(join(root, '.stryker'), { recursive: true });
  const stryker = new Stryker({
    mutate: ranges,
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    jest: {
      configFile: 'jest.config.mjs',
      config: {
        roots: ['<rootDir>/libs/workflow', '<rootDir>/libs/decider'],
        runner: '<rootDir>/scripts/mutants-runner.mjs',
        maxWorkers: 1,
      },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // Endless loops are seen by their counting; what is merely slow, on a busy machine, is to be judged and not taken for found.
    timeoutMS: 180_000,
    // Every file of modules that Jest loads stays in memory until its process ends.
    maxTestRunnerReuse: 60,
    plugins: ['@stryker-mutator/jest-runner', join(root, 'scripts/mutants-told.mjs')],
    // What is made once at loading, a table or a text, takes every test to judge: a quarter of the mutants, six sevenths of the time.
    ignoreStatic: true,
    reporters: ['told', 'json', 'progress-append-only'],
    jsonReporter: { fileName: '.stryker/mutants.json' },
    ignorePatterns: [
      '*',
      '!libs/**',
      '!scripts/**',
      '!definitions/**',
      '!docs/**',
      '!test/support/*.mjs',
      '!jest.config.mjs',
      '!package.json',
      '!tsconfig.json',
    ],
    tempDirName: '.stryker/sandbox',
    disableTypeChecks: false,
    allowConsoleColors: false,
  });
  const results = await stryker.runMutationTest();
  const are = (...wanted) => results.filter(({ status }) => wanted.includes(status)).length;
  const late = results.filter(({ status }) => status === 'Timeout');
  const looping = late.filter(({ statusReason }) => statusReason?.startsWith('Hit limit'));
  const killed = are('Killed', 'Timeout');
  const judged = killed + are('Survived', 'NoCoverage');
  const left = are('Ignored');
  const minutes = ((performance.now() - begun) / 60_000).toFixed(0);
  console.log(
    `${killed} of ${judged} mutants killed: ${((100 * killed) / judged).toFixed(1)} % (seed ${seed}; ${left} of tables and texts left out)`,
  );
  console.log(
    `${late.length} of them by the time limit, ${looping.length} of these seen to loop; ` +
      `${are('NoCoverage')} reached by no test; ${are('CompileError', 'RuntimeError')} that do not run; ${minutes} minutes`,
  );
});

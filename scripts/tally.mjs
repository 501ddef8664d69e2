/** Prints `N passed, N failed` from Jest's JSON result; a suite that could not run counts as failed. */
import { readFileSync } from 'node:fs';

const read = () => {
  try {
    return JSON.parse(readFileSync(new URL('../dist/test-result.json', import.meta.url), 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
};
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = read();
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;

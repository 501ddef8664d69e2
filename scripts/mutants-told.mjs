import { relative } from 'node:path';

/** Tells of every survivor as soon as it is known: a run that is cut short has said something. */
const told = {
  onMutantTested({ status, fileName, location: { start }, mutatorName, replacement }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const shown = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 120);
    console.log(`${status}: ${relative(process.cwd(), fileName)}:${start.line}:${start.column} ${mutatorName} → ${shown}`);
  },
};

export const strykerPlugins = [{ kind: 'Reporter', name: 'told', value: told }];

import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { ImportReport, Remark } from '@app/domain/staffing';
import { openDomain } from '../../../worker/src/domain.js';
import type { Adding } from '../command.js';
import { type Bar, bar } from '../progress.js';

type Language = 'id' | 'en';
type Options = Readonly<{ dryRun?: boolean; language: Language }>;

/** The most lines that are printed of each kind; a file that is wrong throughout is not better understood by more. */
const MOST = 200;

/** `alur import`: employees, units and posts from a file in the columns of docs/import.md. */
export const addImport: Adding = (program, { withAlur, say, fail }) => {
  program
    .command('import')
    .description(
      'take over employees, units and posts from an XLSX or CSV file in the columns of SIASN; nothing at all where a row is bad',
    )
    .argument('<file>', 'the file')
    .option('--dry-run', 'only check it, and say what would be taken over')
    .option('--language <id|en>', 'of the reasons', languageOf, 'id')
    .action(async (path: string, { dryRun, language }: Options) => {
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        throw new Error(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
      });
      await withAlur(async (alur) => {
        const { importer, importReports } = await openDomain(alur);
        if (dryRun) {
          const report = await importer.check(bytes);
          print(report, language, say);
          return report.bad.length > 0 ? fail() : say('The file is good. Nothing was taken over (dry run).');
        }
        let shown: Bar | undefined;
        const { id, outcome, report, changes } = await importer
          .import(bytes, { actor: 'system:import', at: alur.clock.now() }, ({ done, total }) => {
            shown ??= bar('rows', total);
            shown.at(done);
          })
          .finally(() => shown?.stop());
        await importReports.drop(id); // the page tells how it ended last, and not how an earlier one did
        print(report, language, say);
        if (outcome === 'refused') return fail();
        say(
          changes === 0
            ? 'Everything in the file was known already: nothing was recorded.'
            : `Taken over: ${changes} changes recorded.`,
        );
      });
    });
};

const languageOf = (value: string): Language => {
  if (value === 'id' || value === 'en') return value;
  throw new InvalidArgumentError('It is id or en.');
};

const print = (
  { rows, units, posts, people, bad, warnings, ignored }: ImportReport,
  language: Language,
  say: (line: string) => void,
): void => {
  say(`${rows} rows: ${units} units, ${posts} posts, ${people} people`);
  for (const { sheet, column } of ignored) say(`${sheet}: the column ${column} is not known and was left out`);
  list(warnings, 'worth a look', language, say);
  list(bad, 'bad', language, say);
  if (bad.length > 0)
    say(`${bad.length} bad ${bad.length === 1 ? 'cell' : 'cells'}: nothing was taken over. Mend the file and import it again.`);
};

const list = (remarks: readonly Remark[], what: string, language: Language, say: (line: string) => void): void => {
  for (const { sheet, row, column, value, why } of remarks.slice(0, MOST))
    say(
      `${what}: ${[sheet, row > 0 ? `row ${row}` : '', column, value === '' ? '' : JSON.stringify(value)].filter(Boolean).join(', ')}: ${why[language]}`,
    );
  if (remarks.length > MOST) say(`… and ${remarks.length - MOST} more of these`);
};

import { writeFile } from 'node:fs/promises';
import { demoCsv, demoWorkbook, generateDemo } from '@app/domain/staffing';
import { InvalidArgumentError } from 'commander';
import type { Adding } from '../command.js';

type Options = Readonly<{ year: number; seed: number; small?: boolean }>;

/** `alur demo-file`: the made-up regency as a file, to see the columns of the import and to try it. */
export const addDemo: Adding = (program, { say }) => {
  program
    .command('demo-file')
    .description(
      'write the made-up regency of the demo: FILE.xlsx with its three sheets, or FILE.csv, which makes FILE.unit.csv, FILE.jabatan.csv and FILE.pegawai.csv',
    )
    .argument('<file>', 'where to')
    .option('--year <year>', 'the year that it is made for', whole, new Date().getUTCFullYear())
    .option('--seed <number>', 'another seed is another regency', whole, 1708)
    .option('--small', 'without schools and clinics')
    .action(async (path: string, options: Options) => {
      const demo = generateDemo(options);
      const files = path.endsWith('.csv')
        ? (['UNIT', 'JABATAN', 'PEGAWAI'] as const).map((sheet) => ({
            name: path.replace(/csv$/, `${sheet.toLowerCase()}.csv`),
            content: demoCsv(demo, sheet),
          }))
        : [{ name: path, content: await demoWorkbook(demo) }];
      for (const { name, content } of files) await writeFile(name, content);
      say(
        `${files.map(({ name }) => name).join(', ')}: ${demo.units.length} units, ${demo.posts.length} posts, ${demo.people.length} people`,
      );
    });
};

const whole = (value: string): number => {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number.');
};

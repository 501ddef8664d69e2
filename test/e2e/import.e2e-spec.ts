import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { Workbook } from 'exceljs';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient } from '../support/http-client.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const longest = 30_000;

/** Cells of PEGAWAI that are made wrong, as row, column and what is written there. */
const wrong = [
  [101, 'NIP', '19990231'],
  [902, 'GOL RUANG', 'V/x'],
  [1703, 'TMT JABATAN', '2025-02-31'],
  [2504, 'JABATAN', 'TIDAK.ADA'],
  [3305, 'PREDIKAT 2025', 'HEBAT'],
] as const;

/** The people of a whole regency, as its HR agency would bring them in. */
describe('the import of some thousand rows', () => {
  let folder: string;
  let alur: AlurProcess;
  const data = () => join(folder, 'data');
  const file = (name: string) => join(folder, name);
  const fileOf = (name: string) => ({ name, type: xlsx, bytes: new Uint8Array(readFileSync(file(name))) });
  const events = async (): Promise<number> => {
    const pool = openPool({ connectionString: addressOfRunning(data()), max: 1, name: 'import' });
    try {
      return (await pool.query('select 1 from es.events')).rowCount ?? 0;
    } finally {
      await pool.end();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-import-'));
    alur = await AlurProcess.start(data(), { DEMO: '0' });
    await alurCommand(data(), 'demo-file', file('good.xlsx'));
    const book = new Workbook();
    await book.xlsx.readFile(file('good.xlsx'));
    const sheet = book.getWorksheet('PEGAWAI');
    if (!sheet) throw new Error('The file has no sheet of people.');
    const heads = sheet.getRow(1).values;
    for (const [row, column, value] of wrong)
      if (Array.isArray(heads)) sheet.getRow(row).getCell(heads.indexOf(column)).value = value;
    writeFileSync(file('bad.xlsx'), new Uint8Array(await book.xlsx.writeBuffer()));
  }, 120_000);

  afterAll(async () => {
    await alur?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('takes nothing over where five cells are bad, and says of each where it is, what it is and why', async () => {
    const before = await events();
    const { code, output } = await alurCommand(data(), 'import', file('bad.xlsx'), '--language', 'en');
    expect(code).toBe(1);
    const said = output.split('\n').filter((line) => line.startsWith('bad: '));
    expect(said).toHaveLength(wrong.length);
    for (const [row, column, value] of wrong)
      expect(said.filter((line) => line.startsWith(`bad: PEGAWAI, row ${row}, ${column}, "${value}": `))).toHaveLength(1);
    expect(await events()).toBe(before);
  }, 60_000);

  it('takes the good file over in less than half a minute, with a progress bar, and a second time changes nothing', async () => {
    const began = performance.now();
    const { code, output } = await alurCommand(data(), 'import', file('good.xlsx'));
    const took = performance.now() - began;
    expect([code, output]).toEqual([0, expect.stringMatching(/^Taken over: \d{4,} changes recorded\.$/m)]);
    expect(output).toMatch(/\[=*-*\] +100%/);
    expect(took).toBeLessThan(longest);

    const after = await events();
    const again = await alurCommand(data(), 'import', file('good.xlsx'));
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('nothing was recorded')]);
    expect(await events()).toBe(after);
  }, 90_000);

  it('goes the same way over HTTP', async () => {
    const sheet = new Workbook();
    await sheet.xlsx.readFile(file('good.xlsx'));
    const nip = sheet.getWorksheet('PEGAWAI')?.getRow(1000).getCell(1).text ?? '';
    const { output } = await alurCommand(data(), 'account', 'add', 'operator', '--nip', nip);
    await alurCommand(data(), 'office', 'grant', 'hr-officer', '--nip', nip, '--letter', '800/1/2026');
    const password = /with the password (\S+)/.exec(output)?.[1] ?? '';
    const operator = await HttpClient.anonymous(alur.url).signIn('operator', password);
    await eventually(
      async () => (await operator.get('/imports/nonsense')).status,
      (status) => status === 404,
    );

    const before = await events();
    const imported = async (name: string) => {
      const id = ok(await operator.upload('/imports', {}, fileOf(name)), 202).body.text('id');
      return eventually(
        async () => ok(await operator.get(`/imports/${id}`)).body,
        (progress) => progress.text('status') !== 'running',
        longest / 1000,
      );
    };
    const refused = await imported('bad.xlsx');
    expect([refused.text('status'), refused.list('report', 'bad').map((bad) => [bad.number('row'), bad.text('column')])]).toEqual(
      ['failed', wrong.map(([row, column]) => [row, column])],
    );
    expect((await imported('good.xlsx')).text('status')).toBe('done');
    expect(await events()).toBe(before);

    await alur.stop();
    alur = await AlurProcess.start(data(), { DEMO: '0' });
    const back = await HttpClient.anonymous(alur.url).signIn('operator', password);
    expect(ok(await back.get(`/imports/${refused.text('id')}`)).body.value).toEqual(refused.value);
  }, 120_000);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient } from '../support/http-client.js';

/** An installation without the demo, from an empty data folder to people who work with it. */
describe('an installation of one’s own', () => {
  let folder: string;
  let alur: AlurProcess;
  let nip: string;
  const file = () => join(folder, 'siasn.xlsx');
  const alurSays = async (...args: readonly string[]) => {
    const { code, output } = await alurCommand(join(folder, 'data'), ...args);
    if (code !== 0) throw new Error(output);
    return output;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-nothing-'));
    alur = await AlurProcess.start(join(folder, 'data'), { DEMO: '0' });
    await alurSays('demo-file', '--small', join(folder, 'siasn.csv'));
    await alurSays('demo-file', '--small', file());
    nip = /\b\d{18}\b/.exec(readFileSync(join(folder, 'siasn.pegawai.csv'), 'utf8'))?.[0] ?? '';
  }, 120_000);

  afterAll(async () => {
    await alur?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('has nobody to sign in before people are taken over', async () => {
    const early = await alurCommand(join(folder, 'data'), 'account', 'add', 'operator', '--nip', nip);
    expect([early.code, early.output]).toEqual([1, expect.stringContaining('Take people over first')]);
  }, 60_000);

  it('takes people over by the command line while it runs, and lets the first of them in', async () => {
    expect(await alurSays('import', file())).toContain('Taken over');
    const said = await alurSays('account', 'add', 'Operator', '--nip', nip);
    const password = /with the password (\S+)/.exec(said)?.[1] ?? '';
    const operator = await HttpClient.anonymous(alur.url).signIn('operator', password);
    const me = await eventually(
      async () => ok(await operator.get('/me')).body,
      (body) => body.text('person', 'nip') === nip,
    );
    expect([me.at('demo').value, me.at('roles').value]).toEqual([false, expect.not.arrayContaining(['HR_OFFICER'])]);
    expect((await operator.get('/mail/outbox')).status).toBe(403);

    await alurSays('office', 'grant', 'admin', '--nip', nip, '--letter', '800/1/2026');
    await alurSays('office', 'grant', 'hr-officer', '--nip', nip, '--letter', '800/2/2026');
    await eventually(
      async () => ok(await operator.get('/me')).body.at('roles').value,
      (roles) => Array.isArray(roles) && roles.includes('HR_OFFICER') && roles.includes('ADMIN'),
    );
    expect((await operator.get('/mail/outbox')).status).toBe(200);
    const regent = await alurCommand(join(folder, 'data'), 'office', 'grant', 'regent', '--nip', nip, '--letter', 'x');
    expect([regent.code, regent.output]).toEqual([1, expect.stringContaining('hr-officer, tpk, auditor, admin')]);
  }, 120_000);

  it('locks an account out, and takes an office back', async () => {
    await alurSays('office', 'revoke', 'admin', '--nip', nip, '--letter', '800/3/2026');
    expect(await alurSays('account', 'list')).toContain('operator');
    await alurSays('account', 'disable', 'operator');
    const { status } = await HttpClient.anonymous(alur.url).post('/session', { username: 'operator', password: 'whatever' });
    expect(status).toBe(401);
  }, 60_000);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alurCommand, AlurProcess } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { HttpClient } from '../support/http-client.js';
import { publish } from '../support/publishing.js';

/** The files below a folder that hold a text, as bytes: events, read models, keys of repeated requests, and what PostgreSQL wrote before. */
const filesWith = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));

/** Everything that was written while somebody signed: the log at its most talkative, and the whole data folder. */
describe('the password that signs', () => {
  let dataDir: string;
  let alur: AlurProcess;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'alur-secrecy-'));
    alur = await AlurProcess.start(dataDir, { LOG_LEVEL: 'trace' });
  }, 180_000);
  afterAll(async () => {
    await alur?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('is kept nowhere and told nobody, whether it was right, wrong, unwanted or in the wrong place', async () => {
    const cast = new Cast(alur.url);
    await publish(cast, 'permit');
    const nip = (await (await cast.as('kepala.bkpsdm')).get('/me')).body.text('person', 'nip');
    const { output } = await alurCommand(dataDir, 'account', 'add', 'penanda', '--nip', nip);
    const password = /with the password (\S+)/.exec(output)?.[1] ?? '';
    expect(password.length).toBeGreaterThan(12);
    const wrong = `${password}-salah`;

    const employee = await cast.as('asn');
    const requested = async () => {
      const { body } = ok(await employee.post('/cases', { definition: 'permit', dossier: { why: 'Mengurus berkas' } }), 201);
      ok(await employee.post(`/cases/${body.text('id')}/submission`));
      return body.text('id');
    };
    const signer = await HttpClient.anonymous(alur.url).signIn('penanda', password);
    const [one, two] = [await requested(), await requested()];
    const decision = { stage: 'decision', verdict: 'approve' };
    const items = [{ id: two, stage: 'decision' }];
    const answers = [
      await signer.post(`/cases/${one}/decisions`, { ...decision, password: wrong }),
      await signer.post(`/cases/${one}/decisions`, { ...decision, password: [password] }),
      await signer.post(`/cases/${one}/comments`, { text: 'Sudah diperiksa', password }),
      await signer.post(`/cases/${one}/decisions`, { ...decision, password }, { 'idempotency-key': 'one' }),
      await signer.post('/decisions', { items, verdict: 'approve', password: wrong }),
      await signer.post('/decisions', { items, verdict: 'approve', password }, { 'idempotency-key': 'many' }),
      await signer.post('/decisions', { items, verdict: 'approve', password }, { 'idempotency-key': 'many' }),
      await signer.get(`/cases/${one}/timeline`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 400, 400, 200, 403, 200, 200, 200]);

    expect(JSON.stringify(answers.map(({ body, headers }) => [body.value, [...headers]]))).not.toContain(password);
    expect(alur.log).toContain('"level"');
    expect(alur.log).not.toContain(password);
    // What was written down is found this way, so what is not found was not.
    expect(filesWith(dataDir, 'penanda')).not.toEqual([]);
    expect(filesWith(dataDir, password)).toEqual([]);
  }, 60_000);
});

import { openPool } from '@app/event-store/adapters/pool';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { addOffices } from '../../apps/cli/src/commands/offices.js';
import { addPeople } from '../../apps/cli/src/commands/people.js';
import { addVerify } from '../../apps/cli/src/commands/verify.js';
import { addAccounts } from '../../apps/cli/src/commands/accounts.js';
import { runCommand } from '../support/alur-commands.js';
import { CaseDriver, ok, pdf } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import type { HttpClient } from '../support/http-client.js';
import { textOfPages } from '../support/pdf-text.js';
import { dropTenant, makeTenant, openTenant, type Tenant } from '../support/tenants.js';
import { tracesIn } from '../support/traces.js';

const name = 'Zulfahmi Qodarsyah';
const email = 'zulfahmi@qodarsyah.example';
const said = 'menemani ibunda di Rejang';
const texts = ['Qodarsyah', 'Zulfahmi', said];

/** Two processes on one database, and a third that orders it. */
describe('somebody who is forgotten', () => {
  let server: TestDatabase;
  let tenant: Tenant;
  let alur: Awaited<ReturnType<typeof openTenant>>;
  let cast: Cast;
  let nip = '';
  let id = '';
  let transfer = '';
  let decreed = '';
  let leave = '';
  let open = '';

  const query = async (text: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> => {
    const pool = openPool({ connectionString: tenant.databaseUrl, max: 1, name: 'spec' });
    try {
      return (await pool.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await pool.end();
    }
  };
  const forget = (...more: readonly string[]) =>
    runCommand(
      tenant.settings,
      addPeople,
      'people',
      'forget',
      nip,
      '--reason',
      'Permohonan 800/7/2026',
      '--by',
      'admin',
      ...more,
    );
  const traces = () => tracesIn(tenant.databaseUrl, [...texts, nip]);
  const importing = async (by: HttpClient, csv: string): Promise<string> => {
    const file = { name: 'pegawai.csv', type: 'text/csv', bytes: new TextEncoder().encode(csv) };
    const started = ok(await by.upload('/imports', {}, file), 202).body.text('id');
    const ended = await eventually(
      async () => ok(await by.get(`/imports/${started}`)).body,
      (progress) => progress.text('status') !== 'running',
    );
    return ended.text('status');
  };
  const driver = () => new CaseDriver(cast);
  const day = (later = 0) => new Date(Date.now() + (later * 24 + 7) * 3_600_000).toISOString().slice(0, 10); // in Jakarta
  /** Submitted, with papers that name him. */
  const proposed = async (): Promise<string> => {
    const head = await cast.as('kepala.asal');
    const [post] = await cast.vacantPostsOf('kepala.tujuan');
    const wish = { moveType: 'INTERNAL_ROTATION', employeeId: id, targetPositionId: post?.text('id'), reason: said };
    const draft = ok(await head.post('/proposals', wish), 201).body;
    const path = `/proposals/${draft.text('id')}`;
    for (const item of draft.list('checklist')) {
      if (item.at('required').value !== true || item.at('producedBy').value !== null) continue;
      const type = item.text('type');
      ok(await head.upload(`${path}/documents`, { type, issuedOn: '2026-11-02' }, pdf(`${name} ${type}`)), 201);
    }
    await driver().submitted(draft.text('id'));
    return draft.text('id');
  };
  const settled = () =>
    eventually(
      () =>
        query(
          `select count(*)::int as n from es.policy_checkpoints where checkpoint::bigint < (select position from es.log_head)`,
        ),
      ([row]) => row?.['n'] === 0,
    );

  /** The inspectorate is done with all that was decided about him. */
  const reviewed = async () => {
    const auditor = await cast.as('auditor');
    for (const review of await query(`select id from rm.audit_reviews where subject = $1 and status = 'open'`, id))
      ok(await auditor.post(`/audit/reviews/${String(review['id'])}/outcome`, { outcome: 'clean', note: `${name}: wajar` }));
    await settled();
  };

  beforeAll(async () => {
    server = await testDatabase();
    tenant = await makeTenant(server.connectionString, 'lupa');
    alur = await openTenant(tenant);
    cast = new Cast(alur.url);
    const agency = await cast.agencyOf('kepala.asal');
    const asn = await cast.idOf('asn');
    const [someone] = await query(
      `select id, nip from rm.staffing_people where agency = $1 and id <> $2 and status = 'active' and post is not null
       and post not in (select id from rm.staffing_posts where office is not null)
       and id not in (select person from rm.identity_grants) order by grade_order desc limit 1`,
      agency,
      asn,
    );
    [id, nip] = [String(someone?.['id']), String(someone?.['nip'])];
  }, 180_000);

  afterAll(async () => {
    await alur?.close();
    await dropTenant(server.connectionString, tenant);
    await server?.close();
  }, 60_000);

  it('was taken over from a file, has had cases about him, and is known in many places', async () => {
    const officer = await cast.as('verifikator');
    expect(await importing(officer, `NIP,NAMA,EMAIL\n${nip},${name},${email}\n`)).toBe('done');
    expect(await importing(officer, `NIP,NAMA,EMAIL\n${nip},${name},qodarsyah(at)example\n`)).toBe('failed');
    const account = ['account', 'add', 'zulfahmi.q', '--nip', nip] as const;
    const made = await runCommand(tenant.settings, addAccounts, ...account);
    const himself = await cast.stranger.signIn('zulfahmi.q', /with the password (\S+)/.exec(made.said.join())?.[1]);

    const head = await cast.as('kepala.asal');
    transfer = await proposed();
    ok(await head.post(`/proposals/${transfer}/comments`, { text: `Beliau ${said}.` }));
    await driver().decide('kepala.tujuan', transfer, 'acceptance', 'reject', `Tidak: ${said}`);
    decreed = await proposed();
    await driver().decide('kepala.tujuan', decreed, 'acceptance', 'approve', said);
    ok(await himself.post(`/proposals/${decreed}/decisions`, { stage: 'consent', verdict: 'approve', reason: said }));
    await driver().judged(decreed);
    await driver().decide('verifikator', decreed, 'verification', 'approve', said);
    await driver().approvedFromReview(decreed);
    const dates = { date: day(), effectiveDate: day(14) };
    ok(await officer.post(`/proposals/${decreed}/decree`, dates));
    ok(await (await cast.as('bupati')).post(`/proposals/${decreed}/rescission`, { reason: said }));

    const days = { type: 'current_year', from: '2027-03-01', until: '2027-03-03' };
    const dossier = { ...days, reason: said, address: 'Jalan Qodarsyah 1', phone: '0812 3456 789' };
    leave = ok(await himself.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
    ok(await himself.post(`/cases/${leave}/submission`));
    ok(await head.post(`/cases/${leave}/decisions`, { stage: 'decision', verdict: 'approve', reason: said }));
    const later = { ...dossier, from: '2027-04-01', until: '2027-04-02' };
    open = ok(await himself.post('/cases', { definition: 'leave', dossier: later }), 201).body.text('id');
    ok(await himself.post(`/cases/${open}/submission`));
    const auditor = await cast.as('auditor');
    const opened = await eventually(
      () => auditor.get(`/audit/reviews?caseId=${leave}`),
      ({ body: reviews }) => reviews.list('items').length > 0,
    );
    const review = opened.body.text('items', 0, 'id');
    ok(await auditor.post(`/audit/reviews/${review}/outcome`, { outcome: 'clean', note: `${name}: wajar` }));
    await settled();
    const found = await traces();
    for (const place of [
      'app.accounts: Zulfahmi',
      'app.blobs: Qodarsyah',
      'app.import_reports: Qodarsyah',
      'app.mail_outbox: Zulfahmi',
    ])
      expect(found).toContain(place);
    expect(found.filter((place) => place.startsWith('rm.'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^rm\.staffing_people__g\d+: Qodarsyah$/),
        expect.stringMatching(/^rm\.mutation_documents__g\d+: Zulfahmi$/),
        expect.stringMatching(/^rm\.audit_reviews__g\d+: Zulfahmi$/),
      ]),
    );
    expect(found.filter((place) => place.startsWith('es.'))).toEqual([]);
  }, 120_000);

  it('is refused while he is in service, and while his file must be kept', async () => {
    const early = await forget('--yes');
    expect([early.failed, early.said.join('\n')]).toEqual([true, expect.stringContaining('staffing.in-service')]);
    const officer = await cast.as('verifikator');
    ok(await officer.post(`/employees/${id}/status`, { status: 'retired', from: day(), letter: 'SK 800/1/2026' }));
    const kept = await forget('--yes');
    expect([kept.failed, kept.said.join('\n')]).toEqual([true, expect.stringContaining('staffing.file-is-kept')]);
    const set = await runCommand(tenant.settings, addPeople, 'people', 'retention', '--years', '0', '--source', 'JRA 5/2026');
    expect(set.said).toEqual(['0 years after the end of service (JRA 5/2026)']);
    await runCommand(tenant.settings, addOffices, ...['office', 'grant', 'hr-officer', '--nip', nip, '--letter', 'SK 1']);
    const bound = await forget('--yes');
    const refused = bound.said.filter((line) => line.startsWith('refused'));
    expect([bound.failed, refused]).toEqual([
      true,
      expect.arrayContaining([
        `refused: a case that concerns him is not over: ${open} (open)`,
        expect.stringMatching(/^refused: a review of a decision about him is not over: \S+ \(open\)$/),
        'refused: he still holds the office hr-officer (open)',
      ]),
    ]);
    await runCommand(tenant.settings, addOffices, ...['office', 'revoke', 'hr-officer', '--nip', nip, '--letter', 'SK 2']);
    ok(await (await cast.as('kepala.bkpsdm')).post(`/cases/${open}/cancellation`, { reason: said }));
    await settled();
    await reviewed();
    const bySomebody = await runCommand(tenant.settings, addPeople, ...['people', 'forget', nip, '--reason', 'x', '--by', 'asn']);
    expect(bySomebody.said.join()).toContain('neither head of HR nor an administrator');
  }, 60_000);

  it('is shown what that means before it is done, and nothing is changed by that', async () => {
    const before = await query('select count(*)::int as n from es.events');
    const shown = await forget();
    expect(shown).toMatchObject({ failed: false });
    expect(shown.said.join('\n')).toMatch(
      /\d+ events of \d+ streams become unreadable.*\n[^]*ProposalDrafted +2 events\n[^]*Nothing was changed/,
    );
    expect(await query('select count(*)::int as n from es.events')).toEqual(before);
    expect((await traces()).length).toBeGreaterThan(5);
  }, 60_000);

  it('cannot be found anywhere afterwards, in any column of any table', async () => {
    // What every process has in memory by now.
    for (const by of ['kepala.asal', 'kepala.tujuan', 'auditor'])
      expect((await (await cast.as(by)).get(`/proposals/${transfer}`)).body.text('employee', 'name')).toBe(name);
    const done = await forget('--yes');
    expect([done.failed, done.said.at(-1)]).toEqual([false, expect.stringContaining('is forgotten')]);
    expect(await traces()).toEqual([]);
    const events = await query(
      `select type, data from es.events where stream like '%.person-' || $1 order by revision desc limit 2`,
      id,
    );
    expect(events.map(({ type }) => type)).toEqual(['PersonalDataErased', 'PersonForgotten']);
    expect(events[1]?.['data']).toMatchObject({
      id,
      reason: 'Permohonan 800/7/2026',
      retention: { years: 0, source: 'JRA 5/2026' },
    });
  }, 120_000);

  it('is nameless at once in every process, and pages open', async () => {
    const head = await cast.as('kepala.asal');
    const officer = await cast.as('verifikator');
    // The answer to a command is made of what is remembered.
    const remarked = ok(await head.post(`/proposals/${transfer}/comments`, { text: 'Selesai.' }));
    expect([remarked.body.text('employee', 'name'), remarked.body.text('reason')]).toEqual(['(dilupakan)', '']);
    const page = ok(await head.get(`/proposals/${transfer}`));
    expect([page.body.text('employee', 'name'), page.body.text('reason')]).toEqual(['(dilupakan)', '']);
    const everything = await Promise.all(
      [
        `/proposals/${transfer}`,
        `/proposals/${transfer}/timeline`,
        `/proposals/${decreed}`,
        `/proposals/${decreed}/timeline`,
        `/cases/${leave}`,
        `/cases/${leave}/timeline`,
        '/proposals',
        '/cases',
        '/notifications',
        '/employees?limit=200',
      ].map(async (path) => {
        const answer = await (path.startsWith('/employees') ? officer : head).get(path);
        return [path, answer.status, JSON.stringify(answer.body.value)] as const;
      }),
    );
    expect(everything.map(([path, status]) => [path, status])).toEqual(everything.map(([path]) => [path, 200]));
    for (const text of [...texts, nip])
      expect(everything.filter(([, , body]) => body.includes(text)).map(([path]) => path)).toEqual([]);
    const paper = page.body
      .list('checklist')
      .find((item) => item.at('document').value !== null)
      ?.text('document', 'id');
    expect((await head.get(`/proposals/${transfer}/documents/${paper}`)).status).toBe(404);
    const printed = await officer.bytes(`/proposals/${decreed}/decree.pdf`);
    expect(textOfPages(printed.bytes).join()).toContain('(dilupakan)');
    expect(textOfPages(printed.bytes).join()).not.toMatch(/Qodarsyah|Zulfahmi|ibunda/);
    expect((await cast.stranger.post('/session', { username: 'zulfahmi.q', password: 'kepahiang' })).status).toBe(401);
  }, 60_000);

  it('leaves a whole chain, and read models that equal a rebuild', async () => {
    const verified = await runCommand(tenant.settings, addVerify, 'verify', '--read-models');
    expect(verified.said.filter((line) => line.includes('DIFFERENT'))).toEqual([]);
    expect([verified.failed, verified.said.join('\n')]).toEqual([false, expect.stringMatching(/ 0 broken/)]);
  }, 120_000);

  it('is forgotten once, and stays so when a file names him again', async () => {
    expect((await forget('--yes')).said.join()).toContain('was forgotten on');
    expect(await importing(await cast.as('verifikator'), `NIP,NAMA,EMAIL\n${nip},${name},${email}\n`)).toBe('done');
    const account = await runCommand(tenant.settings, addAccounts, ...['account', 'add', 'zulfahmi.q', '--nip', nip]);
    expect(account).toEqual({ said: ['This person was forgotten.'], failed: true });
    await settled();
    expect((await traces()).filter((place) => !place.startsWith('app.import_reports'))).toEqual([]);
  }, 60_000);
});

import { Workbook } from 'exceljs';
import { CaseDriver, ok, pdf } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import type { Answer, Json } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';
import { inSteps } from '../support/steps.js';

const step = inSteps();

const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const only = (items: readonly Json[]): Json => {
  const [item, ...others] = items;
  if (!item || others.length > 0) throw new Error(`expected exactly one, got ${items.length}`);
  return item;
};

/** Steps 1 to 5 of the main job, over HTTP alone, one after the other. */
describe('the main job', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let driver: CaseDriver;
  let employee: string;
  let target: Json;
  let id: string;
  /** Another case, whose approval is rescinded. */
  let other: Readonly<{ id: string; employee: string; post: string }>;

  const today = async (): Promise<string> => ok(await (await cast.as('admin')).get('/demo/clock')).body.text('today');
  const moveClock = async (to: string): Promise<Answer> => ok(await (await cast.as('admin')).post('/demo/clock', { to }));
  const proposal = async (username: string, of = id): Promise<Json> => ok(await (await cast.as(username)).get(`/proposals/${of}`)).body;
  const inboxOf = async (username: string, view = 'waiting'): Promise<readonly Json[]> => ok(await (await cast.as(username)).get(`/inbox?view=${view}`)).body.list('items');
  const waitsFor = async (username: string, of = id): Promise<boolean> => (await inboxOf(username)).some((item) => item.text('proposalId') === of);
  const noticesOf = async (username: string): Promise<readonly Json[]> => ok(await (await cast.as(username)).get('/notifications')).body.list('items');

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    driver = new CaseDriver(cast);
    employee = await cast.idOf('asn');
  }, 180_000);

  afterAll(async () => alur?.close(), 30_000);

  describe('1. an agency head proposes', () => {
    step('finds his own people and the vacant posts of the other agency', async () => {
      const head = await cast.as('kepala.asal');
      const people = ok(await head.get('/employees?limit=200')).body.list('items');
      expect(people[0]?.text('agency', 'id')).toBe(await cast.agencyOf('kepala.asal'));
      expect(people.some((person) => person.text('id') === employee)).toBe(true);
      expect(people[0]?.text('nip')).toMatch(/^\d{8}\*{6}\d{4}$/);
      const posts = ok(await head.get(`/positions?vacant=true&agency=${await cast.agencyOf('kepala.tujuan')}`)).body.list('items');
      target = posts[0] ?? fail('there is no vacant post');
      expect(target.number('vacancies')).toBeGreaterThan(0);
    });

    step('sees at once what the rules say, attaches the papers, and submits', async () => {
      const head = await cast.as('kepala.asal');
      const draft = ok(await head.post('/proposals', { moveType: 'INTERNAL_ROTATION', employeeId: employee, targetPositionId: target.text('id'), reason: 'Kebutuhan organisasi' }), 201);
      id = draft.body.text('id');
      expect(draft.headers.get('location')).toBe(`/api/proposals/${id}`);
      expect(draft.headers.get('etag')).toMatch(/^".+"$/);

      const eligibility = ok(await head.get(`/proposals/${id}/eligibility`)).body;
      expect(eligibility.list('items').length).toBeGreaterThanOrEqual(22);
      expect(eligibility.text('result')).not.toBe('blocked');
      for (const item of eligibility.list('items')) expect(item.text('basis')).not.toBe('');

      const early = await head.post(`/proposals/${id}/submission`);
      expect([early.status, early.body.text('code')]).toEqual([422, 'mutation.not-eligible']);

      await driver.attachOwed(head, id);
      const submitted = await driver.submitted(id);
      expect([submitted.body.text('status'), submitted.body.text('stage'), submitted.body.number('round')]).toEqual(['submitted', 'acceptance', 1]);
    });

    step('does the same for somebody else, so that an approval can be rescinded later', async () => {
      const head = await cast.as('kepala.asal');
      const agency = await cast.agencyOf('kepala.asal');
      const people = ok(await head.get(`/employees?unit=${agency}&limit=200`)).body.list('items').filter((one) => one.text('id') !== employee);
      const posts = ok(await head.get(`/positions?vacant=true&agency=${await cast.agencyOf('kepala.tujuan')}`)).body.list('items');
      const post = posts.find((one) => one.text('id') !== target.text('id')) ?? target;
      for (const person of people) {
        const candidate = await driver.drafted(person.text('id'), post.text('id'));
        const answer = await head.post(`/proposals/${candidate}/submission`);
        if (answer.status !== 200) continue;
        other = { id: candidate, employee: person.text('id'), post: post.text('id') };
        return;
      }
      throw new Error('nobody else may be moved');
    });
  });

  describe('2. the stages', () => {
    step('waits for the head of the receiving agency, who accepts at the version he has seen', async () => {
      expect(await waitsFor('kepala.tujuan')).toBe(true);
      const receiver = await cast.as('kepala.tujuan');
      const seen = ok(await receiver.get(`/proposals/${id}`));
      const etag = seen.headers.get('etag') ?? '';
      const accepted = ok(await receiver.post(`/proposals/${id}/decisions`, { stage: 'acceptance', verdict: 'approve', reason: 'Dibutuhkan' }, { 'if-match': etag }));
      expect(accepted.body.text('stage')).toBe('consent');
      expect(accepted.headers.get('etag')).not.toBe(etag);
      await driver.decide('kepala.tujuan', other.id, 'acceptance', 'approve');
    });

    step('takes five working days of silence for no objection, and goes on', async () => {
      expect(await waitsFor('asn')).toBe(true);
      ok(await (await cast.as('asn')).post(`/proposals/${id}/comments`, { text: 'Saya menunggu penjelasan.' }));
      const due = (await proposal('asn')).text('dueOn');
      await moveClock(dayAfter(due, 1));
      const after = await eventually(() => proposal('verifikator'), (page) => page.text('stage') === 'verification');
      const consent = after.list('stages').find((stage) => stage.text('key') === 'consent');
      expect(consent?.text('outcome')).toBe('silent');
      await eventually(() => proposal('verifikator', other.id), (page) => page.text('stage') === 'verification');
    });

    step('lets the verifier judge each paper, and return the case for repair with a reason', async () => {
      await driver.judged(id, { no_discipline_statement: 'Belum ditandatangani pejabat' });
      const verifier = await cast.as('verifikator');
      const early = await verifier.post(`/proposals/${id}/decisions`, { stage: 'verification', verdict: 'approve', reason: 'ya' });
      expect([early.status, early.body.text('code')]).toEqual([422, 'mutation.documents-deficient']);
      const returned = await driver.decide('verifikator', id, 'verification', 'return', 'Surat pernyataan belum ditandatangani');
      expect([returned.body.text('status'), returned.body.number('round')]).toEqual(['returned', 2]);
      expect((await inboxOf('kepala.asal', 'returned')).map((item) => item.text('proposalId'))).toContain(id);
    });

    step('gets it back as round 2, with what has changed, at the stage that returned it', async () => {
      const head = await cast.as('kepala.asal');
      const page = await proposal('kepala.asal');
      const deficient = page.list('checklist').find((item) => item.text('state') === 'deficient');
      ok(await head.delete(`/proposals/${id}/documents/${deficient?.text('document', 'id')}`));
      ok(await head.upload(`/proposals/${id}/documents`, { type: 'no_discipline_statement', issuedOn: '2026-11-20' }, pdf('ditandatangani')), 201);
      const etag = ok(await head.get(`/proposals/${id}`)).headers.get('etag') ?? '';
      ok(await head.patch(`/proposals/${id}`, { reason: 'Kebutuhan organisasi, analisis beban kerja terlampir' }, { 'if-match': etag }));
      const again = await driver.submitted(id);
      expect([again.body.text('stage'), again.body.number('round')]).toEqual(['verification', 2]);
      const fields = only((await proposal('verifikator')).list('changes')).list('fields').map((change) => change.text('field'));
      expect(fields).toContain('reason');
      expect(fields.some((field) => field.startsWith('document'))).toBe(true);
    });

    step('goes from the verifier over the head of HR, the panel and the secretary to the regent', async () => {
      await driver.judged(id);
      await driver.decide('verifikator', id, 'verification', 'approve', 'Berkas lengkap');
      const approved = await driver.approvedFromReview(id);
      expect(approved.body.text('status')).toBe('approved');
      const panel = approved.body.list('stages').find((stage) => stage.text('key') === 'tpk');
      expect([panel?.number('votes', 'cast'), panel?.number('votes', 'quorum')]).toEqual([3, 3]);

      await driver.judged(other.id);
      await driver.decide('verifikator', other.id, 'verification', 'approve', 'Berkas lengkap');
      await driver.approvedFromReview(other.id);
    });

    step('shows in the timeline who decided, in which office, when, why, and resting on what', async () => {
      const items = ok(await (await cast.as('auditor')).get(`/proposals/${id}/timeline?limit=200`)).body.list('items');
      const decisions = items.filter((item) => item.text('type') === 'DecisionMade');
      expect(decisions).toHaveLength(9);
      for (const decision of decisions) {
        expect(decision.text('actor', 'name')).not.toBe('');
        expect(decision.text('officeTitle', 'id')).not.toBe('');
        expect(decision.text('reason')).not.toBe('');
        expect(decision.text('facts', 'dossierHash')).toMatch(/^[0-9a-f]{64}$/);
        expect(decision.text('hash')).toMatch(/^[0-9a-f]{64}$/);
      }
      expect(items.map((item) => item.number('revision'))).toEqual(items.map((_, index) => index));
    });
  });

  describe('3. the decree', () => {
    step('is numbered by HR, with its date and the effective date, and there is a PDF', async () => {
      const verifier = await cast.as('verifikator');
      const date = await today();
      const tooEarly = await verifier.post(`/proposals/${id}/decree`, { date, effectiveDate: dayAfter(date, -1) });
      expect([tooEarly.status, tooEarly.body.text('code')]).toEqual([422, 'mutation.effective-before-decree']);
      const decreed = ok(await verifier.post(`/proposals/${id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      expect(decreed.body.text('status')).toBe('decreed');
      const again = ok(await verifier.post(`/proposals/${id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      expect(again.body.text('decree', 'number')).toBe(decreed.body.text('decree', 'number'));

      const { status, bytes, headers } = await verifier.bytes(`/proposals/${id}/decree.pdf`);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
      expect((await verifier.bytes(`/proposals/${id}/decree.pdf`)).bytes).toEqual(bytes);
    });

    step('can be taken back before the effective date: nobody moves, the number stays void', async () => {
      const verifier = await cast.as('verifikator');
      const date = await today();
      const decreed = ok(await verifier.post(`/proposals/${other.id}/decree`, { date, effectiveDate: dayAfter(date, 14) }));
      const refused = await verifier.post(`/proposals/${other.id}/rescission`, { reason: 'Berubah' });
      expect([refused.status, refused.body.text('code')]).toEqual([403, 'mutation.not-the-regent']);
      const rescinded = ok(await (await cast.as('bupati')).post(`/proposals/${other.id}/rescission`, { reason: 'Formasi berubah' }));
      expect(rescinded.body.text('status')).toBe('rescinded');
      expect(rescinded.body.text('decree', 'number')).not.toBe((await proposal('verifikator')).text('decree', 'number'));
      expect(decreed.body.text('decree', 'number')).toBe(rescinded.body.text('decree', 'number'));
    });

    step('moves the person on the effective date, and the staffing page shows it', async () => {
      const page = await proposal('verifikator');
      const [oldUnit, oldPost] = [page.text('from', 'unit', 'id'), page.text('from', 'post', 'id')];
      const [newUnit, newPost] = [page.text('to', 'unit', 'id'), page.text('to', 'post', 'id')];
      const hr = await cast.as('kepala.bkpsdm');
      const filled = async (unit: string, post: string) =>
        only(ok(await hr.get(`/units/${unit}/position-map`)).body.list('positions').filter((one) => one.text('id') === post)).list('incumbents').map((one) => one.text('id'));
      expect(await filled(oldUnit, oldPost)).toContain(employee);

      await moveClock(page.text('decree', 'effectiveDate'));
      await eventually(() => filled(newUnit, newPost), (people) => people.includes(employee));
      expect(await filled(oldUnit, oldPost)).not.toContain(employee);
      await eventually(() => proposal('verifikator'), (now) => ['effective', 'completed'].includes(now.text('status')));

      const before = ok(await hr.get(`/units/${oldUnit}/position-map?asOf=${dayAfter(page.text('decree', 'effectiveDate'), -1)}`)).body.list('positions');
      expect(only(before.filter((one) => one.text('id') === oldPost)).list('incumbents').map((one) => one.text('id'))).toContain(employee);
      const stayed = ok(await hr.get(`/employees?query=${encodeURIComponent((await proposal('verifikator', other.id)).text('employee', 'name'))}`)).body.list('items');
      expect(stayed.find((one) => one.text('id') === other.employee)?.text('post', 'id')).not.toBe(other.post);
    });
  });

  describe('4. the inspectorate', () => {
    const reviews = async (query = ''): Promise<readonly Json[]> => ok(await (await cast.as('auditor')).get(`/audit/reviews?caseId=${id}${query}&limit=200`)).body.list('items');

    step('finds exactly one review for each decision', async () => {
      const found = await eventually(() => reviews(), (items) => items.length >= 9);
      expect(found).toHaveLength(9);
      expect(new Set(found.map((review) => `${review.text('stage')} ${review.number('round')} ${review.text('decidedBy', 'id')}`)).size).toBe(9);
    });

    step('closes one clean, another with a finding that is followed up and closed, and the rest in one go', async () => {
      const auditor = await cast.as('auditor');
      const [first, second] = await reviews('&status=open');
      ok(await auditor.post(`/audit/reviews/${first?.text('id')}/outcome`, { outcome: 'clean', note: '' }));
      const bare = await auditor.post(`/audit/reviews/${second?.text('id')}/outcome`, { outcome: 'finding' });
      expect([bare.status, bare.body.text('code')]).toEqual([422, 'audit.note-missing']);
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/outcome`, { outcome: 'finding', note: 'Alasan terlalu umum' }));
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/follow-up`, { note: 'Pejabat melengkapi alasan' }));
      ok(await auditor.post(`/audit/reviews/${second?.text('id')}/closing`, { note: 'Selesai' }));
      const closed = ok(await auditor.post(`/audit/cases/${id}/outcome`, { outcome: 'clean', note: '' }));
      expect(closed.body.list('reviews')).toHaveLength(7);
      expect(await reviews('&status=open')).toHaveLength(0);
      expect(only(await reviews('&status=closed')).list('followUps')).toHaveLength(2);
    });

    step('is nobody else’s business', async () => {
      const refused = await (await cast.as('verifikator')).post(`/audit/cases/${other.id}/outcome`, { outcome: 'clean', note: '' });
      expect(refused.status).toBe(403);
    });
  });

  describe('5. what is owed', () => {
    const obligations = async (username: string, query = ''): Promise<readonly Json[]> =>
      ok(await (await cast.as(username)).get(`/obligations?caseId=${id}${query}`)).body.list('items');

    step('stands in the calendar of whoever owes it: evaluations at +3, +6 and +12 months, and trainings', async () => {
      const all = await eventually(() => obligations('kepala.bkpsdm'), (items) => items.length >= 6);
      expect(all.filter((one) => one.text('kind') === 'evaluation')).toHaveLength(3);
      expect(all.filter((one) => one.text('kind') === 'training').length).toBeGreaterThan(0);
      expect((await obligations('kepala.tujuan', '&kind=evaluation&mine=true')).length).toBe(3);
      const rescinded = ok(await (await cast.as('kepala.bkpsdm')).get(`/obligations?caseId=${other.id}&status=open`)).body.list('items');
      expect(rescinded).toHaveLength(0);
    });

    step('is reminded of before it is due, in the application and by mail', async () => {
      const first = (await obligations('kepala.tujuan', '&kind=evaluation')).find((one) => one.text('code') === 'evaluation-3m');
      await moveClock(dayAfter(first?.text('dueOn') ?? '', -6));
      const told = await eventually(() => noticesOf('kepala.tujuan'), (items) => items.some((one) => one.text('code') === 'obligation-due-in-a-week'));
      expect(told.filter((one) => one.text('code') === 'obligation-due-in-a-week' && one.at('text').text().includes('3 bulan'))).toHaveLength(1);
      await eventually(
        async () => ok(await (await cast.as('admin')).get('/mail/outbox?limit=200')).body.list('items'),
        (mails) => mails.some((mail) => mail.text('text').includes('3 bulan')),
      );
    });

    step('escalates to the superior when it is overdue, and ends with its completion', async () => {
      const open = await obligations('kepala.tujuan', '&kind=evaluation');
      const first = open.find((one) => one.text('code') === 'evaluation-3m');
      await moveClock(dayAfter(first?.text('dueOn') ?? '', 21));
      const superior = first?.text('superior', 'office') === 'secretary' ? 'sekda' : 'kepala.bkpsdm';
      await eventually(() => noticesOf(superior), (items) => items.some((one) => one.text('code') === 'obligation-escalated'));
      expect((await obligations('kepala.tujuan', '&status=overdue')).map((one) => one.text('code'))).toContain('evaluation-3m');

      const head = await cast.as('kepala.tujuan');
      ok(await head.post(`/obligations/${first?.text('id')}/completion`, { note: 'Kinerja baik', result: { predicate: 'good' } }));
      const done = await obligations('kepala.tujuan', '&status=done');
      expect(done.map((one) => one.text('code'))).toEqual(['evaluation-3m']);
      const twice = await head.post(`/obligations/${first?.text('id')}/completion`, { note: 'Lagi' });
      expect(twice.status).toBe(409);
    });

    step('can be marked as read, and any list can be had as a workbook', async () => {
      const head = await cast.as('kepala.tujuan');
      ok(await head.post('/notifications/read-all'));
      const answer = ok(await head.get('/notifications')).body;
      expect(answer.number('unread')).toBe(0);

      const { status, bytes } = await head.bytes('/proposals?format=xlsx');
      expect(status).toBe(200);
      const workbook = new Workbook();
      await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
      expect(workbook.worksheets[0]?.rowCount).toBeGreaterThanOrEqual(5);
    });
  });
});

const fail = (why: string): never => {
  throw new Error(why);
};

import { randomUUID } from 'node:crypto';
import { CaseDriver, ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import type { Answer } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

/** Many at once, and the same again. */
describe('racing and repeated writes', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let driver: CaseDriver;
  let employee: string;
  let target: string;
  let id: string;

  const decisionsOf = async (of: string): Promise<number> =>
    ok(await (await cast.as('auditor')).get(`/proposals/${of}/timeline?limit=200`))
      .body.list('items')
      .filter((item) => item.text('type') === 'DecisionMade').length;

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    driver = new CaseDriver(cast);
    employee = await cast.idOf('asn');
    target = (await cast.vacantPostsOf('kepala.tujuan'))[0]?.text('id') ?? '';
    id = await driver.drafted(employee, target);
    await driver.submitted(id);
  }, 180_000);

  afterAll(async () => alur?.close(), 30_000);

  it('lets exactly one of 100 decisions on the same version through', async () => {
    const head = await cast.as('kepala.tujuan');
    const etag = ok(await head.get(`/proposals/${id}`)).headers.get('etag') ?? '';
    const decide = (n: number): Promise<Answer> =>
      head.post(
        `/proposals/${id}/decisions`,
        { stage: 'acceptance', verdict: n % 2 === 0 ? 'approve' : 'reject', reason: `Alasan ${n}` },
        { 'if-match': etag },
      );
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => decide(n)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([409, 412]).toContain(status);
      expect(body.text('code')).not.toBe('');
      expect(body.text('detail')).not.toBe('');
    }
    expect(await decisionsOf(id)).toBe(1);
  }, 60_000);

  it('answers the same key the same way, and records it once, one after the other and at once', async () => {
    const head = await cast.as('kepala.asal');
    const key = randomUUID();
    const draft = { moveType: 'INTERNAL_ROTATION', employeeId: employee, targetPositionId: target, reason: 'Sekali saja' };
    const send = () => head.post('/proposals', draft, { 'idempotency-key': key });
    const answers = [...(await Promise.all([send(), send(), send(), send()])), await send()];
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(answer.body.value).toEqual(answers[0]?.body.value);
      expect(answer.headers.get('etag')).toBe(answers[0]?.headers.get('etag'));
      expect(answer.headers.get('x-position')).toBe(answers[0]?.headers.get('x-position'));
    }
    const timeline = ok(await head.get(`/proposals/${answers[0]?.body.text('id')}/timeline`)).body.list('items');
    expect(timeline.filter((item) => item.text('type') === 'ProposalDrafted')).toHaveLength(1);
    const other = await head.post('/proposals', { ...draft, reason: 'Lain' }, { 'idempotency-key': key });
    expect([other.status, other.body.text('code')]).toEqual([422, 'command.id-reused']);
    expect(other.body.text('detail')).toContain('Idempotency-Key');
  });

  it('takes a comment once under one key, and twice without', async () => {
    const head = await cast.as('kepala.asal');
    const comment = (text: string, headers: Record<string, string> = {}) =>
      head.post(`/proposals/${id}/comments`, { text }, headers);
    const key = { 'idempotency-key': randomUUID() };
    for (const answer of await Promise.all([comment('satu', key), comment('satu', key)])) ok(answer);
    ok(await comment('dua'));
    const texts = ok(await head.get(`/proposals/${id}/timeline?limit=200`))
      .body.list('items')
      .flatMap((item) => (item.text('type') === 'CommentAdded' ? [item.text('text')] : []));
    expect(texts.filter((text) => text === 'satu')).toHaveLength(1);
  });

  it('answers in few words where that is preferred', async () => {
    const head = await cast.as('kepala.asal');
    const { body, headers } = ok(await head.post(`/proposals/${id}/comments`, { text: 'tiga' }, { prefer: 'return=minimal' }));
    const text: unknown = expect.any(String);
    const number: unknown = expect.any(Number);
    expect(body.value).toEqual({ id, position: text, round: number, stage: text, status: text });
    expect(headers.get('etag')).toBe(ok(await head.get(`/proposals/${id}`)).headers.get('etag'));
  });

  it('keeps one live proposal for a person, however many are submitted at once', async () => {
    const head = await cast.as('kepala.asal');
    const people = ok(await head.get(`/employees?unit=${await cast.agencyOf('kepala.asal')}&limit=200`)).body.list('items');
    const posts = (await cast.vacantPostsOf('kepala.tujuan')).map((post) => post.text('id'));
    for (const person of people.filter((one) => one.text('id') !== employee)) {
      const probe = await driver.drafted(person.text('id'), posts[0] ?? target);
      const eligibility = ok(await head.get(`/proposals/${probe}/eligibility`)).body.text('result');
      if (eligibility === 'blocked') continue;
      const drafts = [
        probe,
        ...(await Promise.all(
          Array.from({ length: 4 }, (_, n) => driver.drafted(person.text('id'), posts[n % posts.length] ?? target)),
        )),
      ];
      const answers = await Promise.all(drafts.map((one) => head.post(`/proposals/${one}/submission`)));
      if (answers.every(({ status }) => status !== 200)) continue;
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status } of answers) expect([200, 409, 422]).toContain(status);
      return;
    }
    throw new Error('nobody may be moved');
  }, 120_000);
});

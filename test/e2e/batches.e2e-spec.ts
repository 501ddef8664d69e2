import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import type { HttpClient, Json } from '../support/http-client.js';
import { publish } from '../support/publishing.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const dossier = { period: 'April 2027' };

/** A batch over HTTP: many people in one case, each with a decision of his own. The definition is data alone. */
describe('a batch', () => {
  let alur: RunningAlur;
  let cast: Cast;
  let clerk: HttpClient;
  let hr: HttpClient;
  let people: readonly string[];

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    await publish(cast, 'grade-notices');
    [clerk, hr] = [await cast.as('asn'), await cast.as('kepala.bkpsdm')];
    const known = await Promise.all(['asn', 'kepala.bkpsdm', 'sekda'].map((name) => cast.idOf(name)));
    const found = ok(await clerk.get('/employees?limit=30')).body.list('items');
    people = found.map((item) => item.text('id')).filter((id) => !known.includes(id));
  }, 180_000);
  afterAll(async () => alur?.close(), 30_000);

  const lines = (...subjects: readonly (string | undefined)[]) => subjects.map((subject) => ({ subject: subject ?? '' }));
  const drafted = async (subjects: readonly (string | undefined)[]) =>
    ok(await clerk.post('/cases', { definition: 'grade-notices', dossier, lines: lines(...subjects) }), 201).body.text('id');
  const submitted = async (subjects: readonly (string | undefined)[]) => {
    const id = await drafted(subjects);
    ok(await clerk.post(`/cases/${id}/submission`));
    return id;
  };
  const statesOf = (body: Json) => body.list('lines').map((line) => [line.text('key'), line.text('state')].join(' '));
  const decide = (by: HttpClient, id: string, stage: string, more: object) =>
    by.post(`/cases/${id}/decisions`, { stage, verdict: 'approve', ...more });

  it('is approved in part: who is rejected falls out with his reason, the others go on to the end', async () => {
    const id = await submitted(people.slice(0, 3));
    const review = { lines: { 2: { verdict: 'reject', reason: 'belum dua tahun' } } };
    ok(await decide(hr, id, 'review', review));
    const page = ok(await clerk.get(`/cases/${id}`)).body;
    expect(statesOf(page)).toEqual(['1 open', '2 fallen', '3 open']);
    expect([page.text('lines', 1, 'because'), page.text('lines', 1, 'stage')]).toEqual(['rejected', 'review']);
    expect(page.at('lines', 1, 'said', 0, 'reason').value).toBe('belum dua tahun');
    expect(page.text('lines', 1, 'said', 0, 'by', 'id')).toBe(await cast.idOf('kepala.bkpsdm'));
    const again = await decide(await cast.as('sekda'), id, 'decision', { lines: { 2: { verdict: 'reject', reason: 'lagi' } } });
    expect([again.status, again.body.text('code')]).toEqual([409, 'workflow.line-fallen']);
    ok(await decide(await cast.as('sekda'), id, 'decision', {}));
    expect(statesOf(ok(await clerk.get(`/cases/${id}`)).body)).toEqual(['1 approved', '2 fallen', '3 approved']);

    const entries = ok(await clerk.get(`/cases/${id}/timeline`)).body.list('items');
    const fell = entries.find((entry) => entry.text('type') === 'LinesFellOut');
    expect(fell?.at('lines', 0).value).toMatchObject({ key: '2', verdict: 'rejected', reason: 'belum dua tahun' });
    expect(fell?.text('lines', 0, 'subject', 'id')).toBe(people[1]);
    const reviews = await eventually(
      async () => (await cast.as('auditor')).get(`/audit/reviews?caseId=${id}`),
      ({ body }) => body.list('items').length === 2,
    );
    const ofReview = reviews.body.list('items').find((item) => item.text('stage') === 'review');
    expect(ofReview?.at('lines', 0).value).toMatchObject({ key: '2', verdict: 'reject', reason: 'belum dua tahun' });
  }, 60_000);

  it('tells each of its people what became of him, and leads to the case whoever may open it', async () => {
    const [officer, member] = await Promise.all(['verifikator', 'tpk.2'].map((name) => cast.idOf(name)));
    const id = await submitted([officer, member]);
    ok(await decide(hr, id, 'review', {}));
    ok(await decide(await cast.as('sekda'), id, 'decision', {}));
    const linkFor = async (username: string) => {
      const told = await eventually(
        async () => ok(await (await cast.as(username)).get('/notifications')).body.list('items'),
        (items) => items.some((one) => one.text('code') === 'line-approved'),
      );
      return told.find((one) => one.text('code') === 'line-approved')?.text('link');
    };
    expect(await linkFor('verifikator')).toBe(`/cases/${id}`);
    expect(await linkFor('tpk.2')).toBe('/notices');
    expect((await (await cast.as('tpk.2')).get(`/cases/${id}`)).status).toBe(404);
  }, 60_000);

  it('masks the NIP but for whose office needs it, and is a workbook on request', async () => {
    const id = await submitted(people.slice(0, 2));
    const nip = async (by: HttpClient) => ok(await by.get(`/cases/${id}`)).body.text('lines', 0, 'subject', 'nip');
    expect(await nip(clerk)).toMatch(/^\d{8}\*{6}\d{4}$/);
    expect(await nip(hr)).toMatch(/^\d{18}$/);
    const first = ok(await hr.get(`/cases/${id}/lines?limit=1`)).body;
    const second = ok(await hr.get(`/cases/${id}/lines?limit=1&cursor=${first.text('nextCursor')}`)).body;
    expect([first.text('items', 0, 'key'), second.text('items', 0, 'key'), second.at('nextCursor').value]).toEqual([
      '1',
      '2',
      null,
    ]);
    const workbook = await hr.bytes(`/cases/${id}/lines?format=xlsx`);
    expect([workbook.status, new TextDecoder().decode(workbook.bytes.slice(0, 2))]).toEqual([200, 'PK']);
    expect((await (await cast.as('tpk.1')).get(`/cases/${id}/lines`)).status).toBe(404);
  }, 30_000);

  it('asks a reason for each who is rejected, and knows its own lines', async () => {
    const id = await submitted(people.slice(0, 2));
    const bare = await decide(hr, id, 'review', { lines: { 1: { verdict: 'reject' } } });
    expect([bare.status, bare.body.text('code')]).toEqual([422, 'workflow.reason-missing']);
    const strange = await decide(hr, id, 'review', { lines: { 9: { verdict: 'reject', reason: 'siapa?' } } });
    expect(strange.body.text('code')).toBe('workflow.line-unknown');
    for (const wrong of [{ a: { verdict: 'reject', reason: 'x' } }, { 1: { verdict: 'maybe' } }, [], { 1: 'reject' }]) {
      const { status, body } = await decide(hr, id, 'review', { lines: wrong });
      expect([status, body.text('errors', 0, 'code')]).toEqual([400, 'field.are-line-verdicts']);
    }
    const trick = await decide(hr, id, 'review', { lines: { constructor: { verdict: 'reject', reason: 'x' } } });
    expect([trick.status, trick.body.text('errors', 0, 'code')]).toEqual([400, 'field.is-plain']);
    const returned = await hr.post(`/cases/${id}/decisions`, {
      stage: 'review',
      verdict: 'return',
      reason: 'periksa kembali',
      lines: { 1: { verdict: 'reject', reason: 'x' } },
    });
    expect(returned.body.text('code')).toBe('workflow.lines-unsuited');
  }, 30_000);

  it('is not decided by somebody who is in it, but for the others', async () => {
    const id = await submitted([await cast.idOf('kepala.bkpsdm'), people[0]]);
    expect(
      ok(await hr.get(`/cases/${id}`))
        .body.list('lines')
        .map((line) => line.at('own').value),
    ).toEqual([true, false]);
    const refused = await decide(hr, id, 'review', {});
    expect([refused.status, refused.body.text('code')]).toEqual([403, 'workflow.own-line']);
    const other = await decide(hr, id, 'review', { lines: { 1: { verdict: 'leave' }, 2: { verdict: 'leave' } } });
    expect(other.body.text('code')).toBe('workflow.line-not-left');
    const done = ok(await decide(hr, id, 'review', { lines: { 1: { verdict: 'leave' } } })).body;
    expect([done.text('lines', 0, 'because'), ...statesOf(done)]).toEqual(['left-out', '1 fallen', '2 open']);
  }, 30_000);

  it('says line by line what is wrong with whom it is about', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const { status, body } = await clerk.post('/cases', {
      definition: 'grade-notices',
      dossier,
      lines: lines(people[0], nobody, people[0]),
    });
    const errors = body.list('errors').map((error) => [error.text('field'), error.text('code')].join(' '));
    expect([status, ...errors]).toEqual([422, 'lines.1.subject cases.line-unknown', 'lines.2.subject cases.line-twice']);
    const many = Array.from({ length: 501 }, () => ({ subject: people[0] }));
    expect((await clerk.post('/cases', { definition: 'grade-notices', dossier, lines: many })).status).toBe(400);
    const shape = await clerk.post('/cases', {
      definition: 'grade-notices',
      dossier,
      lines: [{ subject: people[0], key: '__proto__' }],
    });
    expect([shape.status, shape.body.text('errors', 0, 'field')]).toEqual([400, 'lines.0.key']);
    const leave = {
      type: 'current_year',
      from: '2027-03-01',
      until: '2027-03-03',
      reason: 'mudik',
      address: 'Curup',
      phone: '0812 3456 789',
    };
    const unsuited = await clerk.post('/cases', { definition: 'leave', dossier: leave, lines: lines(people[0]) });
    expect([unsuited.status, unsuited.body.text('errors', 0, 'code')]).toEqual([422, 'cases.lines-not-offered']);
    const empty = await drafted([]);
    expect((await clerk.post(`/cases/${empty}/submission`)).body.text('code')).toBe('workflow.lines-missing');
  }, 30_000);

  it('is changed as a draft; once submitted and returned, lines can only be taken out', async () => {
    const id = await drafted(people.slice(0, 2));
    const added = ok(await clerk.patch(`/cases/${id}`, { dossier, lines: lines(people[1], people[2], people[3]) })).body;
    expect(added.list('lines').map((line) => [line.text('key'), line.text('subject', 'id')])).toEqual([
      ['2', people[1]],
      ['3', people[2]],
      ['4', people[3]],
    ]);
    ok(await clerk.post(`/cases/${id}/submission`));
    ok(await decide(hr, id, 'review', { verdict: 'return', reason: 'satu sudah pensiun' }));
    const more = await clerk.patch(`/cases/${id}`, { dossier, lines: lines(people[1], people[4]) });
    expect([more.status, more.body.text('errors', 0, 'code')]).toEqual([422, 'cases.line-added']);
    ok(await clerk.patch(`/cases/${id}`, { dossier, lines: lines(people[1], people[3]) }));
    const again = ok(await clerk.post(`/cases/${id}/submission`)).body;
    expect(statesOf(again)).toEqual(['2 open', '3 fallen', '4 open']);
    expect(again.text('lines', 1, 'because')).toBe('withdrawn');
    ok(await decide(hr, id, 'review', { lines: { 4: { verdict: 'reject', reason: 'belum waktunya' } } }));
  }, 30_000);
});

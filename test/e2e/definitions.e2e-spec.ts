import { BpmnModdle } from 'bpmn-moddle';
import { HttpClient } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const yaml = (version: number, days: number) => `
id: errand
version: ${version}
title: { id: Izin keluar, en: Errand }
initiators: [EMPLOYEE]
repair: { workingDays: 5, onPassed: wait, reminders: [], escalations: [] }
fourEyes: [[submission, decision]]
dossier:
  type: object
  additionalProperties: false
  required: [hours, why]
  properties:
    hours: { type: integer, minimum: 1, maximum: 8 }
    why: { type: string, minLength: 3 }
stages:
  - key: superior
    kind: approval
    title: { id: Atasan, en: Superior }
    actor: UNIT_HEAD
    act: endorse
    when: hours > 2
    verbs: { approve: { reason: optional }, reject: { reason: required } }
    deadline: { workingDays: ${days}, onPassed: wait, reminders: [], escalations: [] }
  - key: decision
    kind: approval
    title: { id: Keputusan, en: Decision }
    actor: AGENCY_HEAD
    act: grant_leave
    verbs: { approve: { reason: optional }, reject: { reason: required } }
`;

/** A definition's life over HTTP, on the whole of Alur: nothing but data is added. */
describe('a definition', () => {
  let alur: RunningAlur;
  let admin: HttpClient;
  let head: HttpClient;
  let employee: HttpClient;
  beforeAll(async () => {
    alur = await startTestAlur();
    const anybody = HttpClient.anonymous(alur.url);
    [admin, head, employee] = (await Promise.all(['admin', 'kepala.bkpsdm', 'asn'].map((name) => anybody.signIn(name)))) as [
      HttpClient,
      HttpClient,
      HttpClient,
    ];
  }, 180_000);
  afterAll(() => alur.close());

  const draft = async (version: number, days: number) => {
    const { status, body } = await admin.post('/definitions/errand/drafts', { document: yaml(version, days) });
    expect(status).toBe(201);
    return body.text('hash');
  };
  const codeOf = async (answer: ReturnType<HttpClient['post']>) => {
    const { status, body } = await answer;
    return `${status} ${body.text('code')}`;
  };

  it('that came with the program is read by everybody, as data and as BPMN', async () => {
    const { body } = await employee.get('/definitions');
    expect(body.list('items').map((item) => item.text('id'))).toEqual(expect.arrayContaining(['internal-rotation', 'leave']));
    const leave = (await employee.get('/definitions/leave')).body;
    expect(leave.at('dossier', 'properties', 'from').value).toBeDefined();
    const drawn = await fetch(new URL('/api/definitions/internal-rotation/bpmn?version=1', alur.url), {
      headers: { authorization: `Bearer ${employee.token ?? ''}`, 'accept-language': 'en' },
    });
    expect(drawn.headers.get('content-type')).toContain('application/xml');
    const { warnings, elementsById } = await new BpmnModdle().fromXML(await drawn.text());
    expect(warnings).toEqual([]);
    expect(elementsById['stage_decision']).toMatchObject({ name: 'Decision of the regent' });
  });

  it('is drafted by one person and put in force by another', async () => {
    const hash = await draft(1, 2);
    expect((await employee.get('/definitions/errand')).status).toBe(404);
    expect(await codeOf(admin.post('/definitions/errand/review', { hash, verdict: 'accept' }))).toBe('403 definitions.four-eyes');
    expect(await codeOf(head.post('/definitions/errand/publication', { hash }))).toBe('409 definitions.not-reviewed');
    expect((await head.post('/definitions/errand/review', { hash, verdict: 'accept' })).status).toBe(200);
    expect(await codeOf(admin.post('/definitions/errand/publication', { hash }))).toBe('403 definitions.four-eyes');
    expect((await head.post('/definitions/errand/publication', { hash })).status).toBe(200);
    expect((await employee.get('/definitions/errand')).body.at('inForce').value).toBe(1);
  });

  it('goes on in versions, whose differences are told', async () => {
    const hash = await draft(2, 4);
    await head.post('/definitions/errand/review', { hash, verdict: 'accept' });
    await head.post('/definitions/errand/publication', { hash });
    const { body } = await employee.get('/definitions/errand/differences?from=1&to=2');
    expect(body.at('differences').value).toMatchObject([
      { at: 'stages.superior.deadline.workingDays', kind: 'changed', before: 2, after: 4 },
    ]);
  });

  it('starts no new case on a version that is retired', async () => {
    expect((await head.post('/definitions/errand/retirement', { version: 2, reason: 'keliru' })).status).toBe(200);
    expect((await employee.get('/definitions/errand')).body.at('inForce').value).toBe(1);
    expect(await codeOf(head.post('/definitions/errand/retirement', { version: 9, reason: 'keliru' }))).toBe(
      '404 definitions.unknown-version',
    );
  });

  it('is refused with everything that is wrong with it at once', async () => {
    const document = yaml(3, 2).replace('UNIT_HEAD', 'POPE').replace('hours > 2', 'hours > "two"');
    const { status, body } = await admin.post('/definitions/errand/drafts', { document });
    expect(status).toBe(422);
    expect(body.list('problems').map((problem) => `${problem.text('at')} ${problem.text('code')}`)).toEqual([
      'stages.superior condition.types',
      'stages.superior unknown-role',
    ]);
    expect(await codeOf(admin.post('/definitions/other/drafts', { document: yaml(3, 2) }))).toBe('422 definitions.other-id');
    expect(await codeOf(employee.post('/definitions/errand/drafts', { document: yaml(3, 2) }))).toBe('403 access.office-needed');
  });

  it('is tried out without a trace', async () => {
    const { body } = await employee.post('/definitions/errand/simulation', { dossier: { hours: 1 } });
    const steps = body.list('steps').map((step) => `${step.text('what')} ${step.text('stage')}`);
    expect(steps).toEqual(expect.arrayContaining(['skipped superior', 'opened decision', 'ended decision']));
    expect(body.text('outcome')).toBe('approved');
  });
});

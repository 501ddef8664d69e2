import { Rejection } from '@app/decider';
import { Codec, project } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { Cases, caseStream } from '@app/domain/cases';
import type { Definition, StageDefinition } from '@app/workflow';
import { v7 as uuidv7 } from 'uuid';
import { openDesk } from '../../mutation/testing/desk.js';
import { bookOf, PublishedBlueprints } from '../blueprints.js';
import { type CaseRow, caseList } from '../desk/case-list.js';
import { type DueInstantRow, dueInstants } from '../due-instants.js';
import { SmallOffice, staff } from '../testing/office.js';
import { backTestCases } from './back-testing.js';
import { type MigrationOrder, Migrations } from './migrations.js';

const title = { id: 'x', en: 'x' };
const required = { reason: 'required' } as const;
const stage = (key: string, actor: string, workingDays: number): StageDefinition => ({
  key,
  kind: 'approval',
  title,
  actor,
  verbs: { approve: { reason: 'optional' }, reject: required, return: { reason: 'required', to: ['submission'] } },
  deadline: { workingDays, onPassed: 'wait', reminders: [-1], escalations: [] },
});
const version = (number: number, stages: readonly StageDefinition[]): Definition => ({
  id: 'permit',
  version: number,
  title,
  initiators: ['EMPLOYEE'],
  repair: { workingDays: 5, onPassed: 'wait', reminders: [], escalations: [] },
  fourEyes: [],
  stages,
});
const form = (...names: readonly string[]) => ({
  type: 'object' as const,
  additionalProperties: false,
  required: [...names],
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
});
const first = {
  definition: version(1, [stage('superior', 'UNIT_HEAD', 3), stage('head', 'AGENCY_HEAD', 5)]),
  hash: 'h1',
  dossier: form('purpose'),
};
const second = {
  definition: version(2, [stage('review', 'HR_OFFICER', 2), stage('leader', 'UNIT_HEAD', 4), stage('head', 'AGENCY_HEAD', 9)]),
  hash: 'h2',
  dossier: form('purpose'),
};
const third = { definition: version(3, second.definition.stages), hash: 'h3', dossier: form('purpose', 'budget') };

const tenant = 'kepahiang';
const at = '2026-03-02T02:00:00.000Z';
const meta = (actor: string, commandId: string = uuidv7(), when = at) => ({
  meta: { actor, commandId, correlationId: commandId, causationId: commandId, at: when, tenant },
});

const openOffice = () => {
  const { transactor, store } = openDesk();
  const cases = new Cases({
    transactor,
    surroundings: new SmallOffice(),
    blueprints: new PublishedBlueprints(bookOf([first])),
    tenant,
  });
  const all = new Cases({
    transactor,
    surroundings: new SmallOffice(),
    blueprints: new PublishedBlueprints(bookOf([first, second, third])),
    tenant,
  });
  const codec = new Codec(new MemoryKeyVault());
  const events = async () => {
    const read = [];
    for await (const batch of store.readAll()) read.push(...batch);
    return codec.decode(read);
  };
  const rows = async () => [...project<CaseRow>(caseList, await events()).values()];
  const due = async () => [...project<DueInstantRow>(dueInstants, await events())];
  let behind: Awaited<ReturnType<typeof rows>> | undefined;
  const fallBehind = async () => {
    behind = await rows();
  };
  const migrations = new Migrations({
    running: async (definition) =>
      (behind ?? (await rows())).filter(
        (row) => row.definition === definition && ['draft', 'submitted', 'returned'].includes(row.status),
      ),
    versionOf: (_, number) => [first, second, third].find(({ definition }) => definition.version === number),
    proposals: {
      previewMigration: () => Promise.reject(new Error('no transfer here')),
      migrate: () => Promise.reject(new Error()),
    },
    cases: all,
  });
  const begin = async (steps: number): Promise<string> => {
    const id = uuidv7();
    await cases.draft(id, { definition: 'permit', subject: staff.sari, dossier: { purpose: 'travel' } }, meta(staff.sari));
    if (steps > 0) await cases.submit(id, meta(staff.sari));
    const decide = (by: string, key: string, verdict: 'approve' | 'return') =>
      cases.act(id, { type: 'Decide', data: { stage: key, verdict, reason: 'because' } }, meta(by));
    if (steps === 2) await decide(staff.superior, 'superior', 'approve');
    if (steps === 3) await decide(staff.superior, 'superior', 'return');
    if (steps === 4) {
      await decide(staff.superior, 'superior', 'approve');
      await decide(staff.head, 'head', 'approve');
    }
    return id;
  };
  return { store, cases: all, codec, events, rows, due, migrations, begin, fallBehind };
};

const order = (more: Partial<MigrationOrder> = {}): MigrationOrder => ({
  definition: 'permit',
  version: 2,
  mapping: { superior: 'leader' },
  timers: 'keep',
  reason: 'circular 3/2026',
  ...more,
});

describe('four hundred running cases that go on under another version', () => {
  const office = openOffice();
  let preview: Awaited<ReturnType<typeof office.migrations.preview>>;
  let before: Awaited<ReturnType<typeof office.due>>;

  beforeAll(async () => {
    for (let index = 0; index < 400; index++) await office.begin(index % 4);
    await office.begin(4);
    before = await office.due();
    preview = await office.migrations.preview(order(), meta('admin').meta);
    expect(await office.migrations.carryOut(order(), meta('admin').meta)).toMatchObject(
      preview.map(({ caseId }) => ({ caseId, outcome: 'migrated' })),
    );
  });

  it('are as the preview said, case by case', async () => {
    expect(preview).toHaveLength(400);
    const rows = new Map((await office.rows()).map((row) => [row.id, row]));
    for (const {
      caseId,
      preview: { moves },
    } of preview) {
      const { state } = await office.cases.load(caseId);
      if (state.workflow.status === 'absent') throw new Error('absent');
      expect(state.workflow.definition.version).toBe(2);
      expect(rows.get(caseId)?.version).toBe(2);
      const open = state.workflow.status === 'open' ? state.workflow.open : [];
      expect(open.map(({ stage: key, schedule }) => [key, schedule?.dueOn])).toEqual(
        moves.map(({ to, after }) => [to, after?.dueOn]),
      );
      expect(moves.flatMap(({ who }) => who.map(({ person }) => person))).toEqual(
        open.map(({ definition: { actor } }) => (actor === 'UNIT_HEAD' ? staff.superior : staff.head)),
      );
    }
  });

  it('keep every deadline, at the stage where it is now', async () => {
    const after = await office.due();
    const instants = (rows: typeof before) => rows.map(([, { next_at }]) => next_at).sort();
    expect(instants(after)).toEqual(instants(before));
    expect(after.filter(([key]) => key.includes('#superior#'))).toEqual([]);
  });

  it('leave alone what has ended, and are migrated once', async () => {
    const length = (await office.events()).length;
    expect(await office.migrations.preview(order(), meta('admin').meta)).toEqual([]);
    await office.migrations.carryOut(order(), meta('admin').meta);
    expect((await office.events()).length).toBe(length);
  });
});

describe('a migration that is ordered twice', () => {
  it('changes nothing the second time, also while the list of cases is behind', async () => {
    const office = openOffice();
    await office.begin(1);
    await office.fallBehind();
    expect(await office.migrations.carryOut(order(), meta('admin').meta)).toHaveLength(1);
    expect(await office.migrations.carryOut(order(), meta('admin').meta)).toEqual([]);
  });
});

describe('a migration of which one case has a problem', () => {
  const faults: readonly (readonly [string, Partial<MigrationOrder>])[] = [
    ['unmapped', { mapping: {} }],
    ['form-changed', { version: 3 }],
  ];
  it.each(faults)('changes nothing and says which: %s', async (code, more) => {
    const office = openOffice();
    const fine = await office.begin(2);
    const bad = await office.begin(1);
    const length = (await office.events()).length;
    const refused = await office.migrations.carryOut(order(more), meta('admin').meta).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Rejection);
    expect(JSON.stringify(refused instanceof Rejection && refused.facts)).toContain(code);
    expect(JSON.stringify(refused instanceof Rejection && refused.facts)).toContain(bad);
    expect((await office.events()).length).toBe(length);
    expect(fine).not.toBe(bad);
  });

  it('goes through when that case stays behind on purpose', async () => {
    const office = openOffice();
    const fine = await office.begin(2);
    const bad = await office.begin(1);
    const results = await office.migrations.carryOut(order({ mapping: {}, except: [bad] }), meta('admin').meta);
    expect(results).toMatchObject([{ caseId: fine, outcome: 'migrated' }]);
    const { state } = await office.cases.load(bad);
    expect(state.workflow).toMatchObject({ definition: { version: 1 } });
  });

  it('takes a reason, and a version that there is', async () => {
    const office = openOffice();
    await expect(office.migrations.carryOut(order({ reason: ' ' }), meta('admin').meta)).rejects.toMatchObject({
      code: 'definitions.reason-needed',
    });
    await expect(office.migrations.preview(order({ version: 9 }), meta('admin').meta)).rejects.toMatchObject({
      code: 'definitions.unknown-version',
    });
  });
});

describe('a draft on a thousand closed cases', () => {
  it('says what would have differed, and writes nothing', async () => {
    const office = openOffice();
    const ids: string[] = [];
    for (let index = 0; index < 1_000; index++) ids.push(await office.begin(4));
    const length = (await office.events()).length;
    const read = async (caseId: string) => {
      const found = [];
      for await (const event of office.store.read(caseStream(tenant, caseId))) found.push(event);
      return office.codec.decode(found);
    };
    const seen: number[] = [];
    const calendar = await new SmallOffice().calendar();
    const report = await backTestCases({
      draft: second.definition,
      calendar,
      closed: ids,
      read,
      told: (done) => void seen.push(done),
    });
    expect(report).toMatchObject({
      cases: 1_000,
      same: 0,
      differing: { path: 1_000, outcome: 0 },
      assumed: { review: 1_000 },
      refused: {},
    });
    expect(seen).toHaveLength(1_000);
    expect((await office.events()).length).toBe(length);
    const unchanged = await backTestCases({ draft: first.definition, calendar, closed: ids.slice(0, 10), read });
    expect(unchanged).toMatchObject({ cases: 10, same: 10 });
  });
});

import { checkEligibility, currentRuleSet, type Dossier } from '@app/domain/mutation';
import { countPredicates } from '@app/domain/performance';
import { employees, peopleOf, personPage, positionMap, positions, postId, unitId } from '@app/domain/staffing';
import { at, metaOf, openRegency, tenant } from './testing/regency.js';

const today = '2026-11-24';
const unit = (code: string) => unitId(tenant, code);
const post = (code: string) => postId(tenant, code);

describe('the demo regency in the read models', () => {
  let regency: Awaited<ReturnType<typeof openRegency>>;
  beforeAll(async () => {
    regency = await openRegency();
  }, 120_000);
  afterAll(() => regency.close());

  const who = (username: string) => regency.who(username);
  const dossier = (): Dossier => ({
    moveType: 'INTERNAL_ROTATION',
    ownRequest: false,
    employeeId: who('asn'),
    fromPost: post('DKP.PANGAN'),
    fromUnit: unit('DKP'),
    fromAgency: unit('DKP'),
    fromAssignment: '',
    toPost: post('BAPPEDA.DATA'),
    toUnit: unit('BAPPEDA'),
    toAgency: unit('BAPPEDA'),
    effectiveDate: null,
    reason: '',
  });

  it('knows who plays which part in a case', async () => {
    const roles = await regency.directory.forCase(dossier(), today);
    const held = Object.fromEntries(
      Object.entries(roles).map(([role, holdings]) => [role, holdings.map(({ person }) => person)]),
    );
    expect(held).toMatchObject({
      EMPLOYEE: [who('asn')],
      ORIGIN_HEAD: [who('kepala.asal')],
      DEST_HEAD: [who('kepala.tujuan')],
      HR_OFFICER: [who('verifikator')],
      HR_HEAD: [who('kepala.bkpsdm')],
      SECRETARY: [who('sekda')],
      REGENT: [who('bupati')],
      AUDITOR: [who('auditor')],
    });
    expect(held['TPK_MEMBER']).toHaveLength(5);
  });

  it('knows the offices of a person, what they are called, and where', async () => {
    expect(await regency.directory.officesOf(who('kepala.bkpsdm'), today)).toMatchObject([
      { office: `head:${unit('BKDPSDM')}`, role: 'HR_HEAD', kind: 'definitive' },
    ]);
    expect((await regency.directory.officesOf(who('bupati'), today)).map(({ role }) => role)).toEqual(['REGENT']);
    expect(await regency.directory.officesOf(who('asn'), today)).toEqual([]);
    expect(await regency.directory.titleOf(`head:${unit('DIKBUD')}`)).toEqual({
      id: 'Kepala Dinas Pendidikan dan Kebudayaan',
      en: 'Head of Dinas Pendidikan dan Kebudayaan',
    });
    expect(await regency.directory.agencyOf('auditor', who('auditor'))).toBe(unit('INSPEKTORAT'));
    expect(await regency.directory.superiorOf(`head:${unit('DKP')}`)).toBe('secretary');
    expect((await regency.directory.holdersOf(`head:${unit('SETDA')}`, today)).map(({ person }) => person)).toEqual([
      who('sekda'),
    ]);
    expect(await regency.directory.headOfRegion(today)).toEqual({
      person: who('bupati'),
      status: 'definitive',
      inaugurated: '2025-02-20',
    });
  });

  it('lists the people and the vacant posts of certain agencies first, page by page', async () => {
    const first = [unit('DKP')];
    const page = await employees(regency.db, { first, limit: 10 });
    expect(page.items[0]?.id).toBe(who('asn'));
    const all = [...page.items];
    for (let cursor = page.nextCursor; cursor !== null;) {
      const next = await employees(regency.db, { first, limit: 400, cursor });
      all.push(...next.items);
      cursor = next.nextCursor;
    }
    const { total } = await regency.db
      .selectFrom('staffing_people')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([Number(total), Number(total)]);
    expect((await employees(regency.db, { query: 'ade apri' })).items.map(({ id }) => id)).toContain(who('asn'));
    // Who is shown a part of the number does not find the rest of it by searching.
    const nip = page.items[0]?.nip ?? '';
    const found = async (query: string, seesNip: boolean) =>
      (await employees(regency.db, { query, seesNip })).items.some(({ id }) => id === who('asn'));
    expect([await found(nip.slice(0, 8), false), await found(nip.slice(0, 9), false), await found(nip, false)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await found(nip.slice(0, 9), true), await found(nip, true)]).toEqual([true, true]);

    const vacant = await positions(
      regency.db,
      { vacant: true, first: [unit('BAPPEDA')] },
      async (ids) => new Map(ids.map((id) => [id, 1])),
    );
    expect(vacant.items[0]).toMatchObject({ id: post('BAPPEDA.DATA'), need: 3, filled: 1, promised: 1, vacancies: 1 });
    expect(vacant.items.every(({ need, filled }) => filled < need)).toBe(true);
  });

  it('has the facts by which the hero of the demo may move', async () => {
    const {
      person,
      target,
      liveCases,
      headOfRegion,
      at: position,
    } = await regency.facts.eligibility({ caseId: 'c', dossier: dossier(), day: '2026-12-01', phase: 'draft' });
    expect(person).toMatchObject({
      status: 'active',
      sanctions: [],
      underExamination: false,
      predicates: { '2024': 'good', '2025': 'very_good' },
      assignment: { post: post('DKP.PANGAN'), from: '2023-02-01' },
    });
    expect(target).toMatchObject({ need: 3, promisedTo: [], leaving: 0, inFreezeScope: false });
    expect(target?.incumbents).toHaveLength(1);
    expect(liveCases).toEqual([]);
    expect(headOfRegion?.status).toBe('definitive');
    expect(position).toBe(await regency.store.head());
    expect(await regency.facts.locate(who('asn'), today)).toMatchObject({ place: { agency: { id: unit('DKP') } } });
    expect((await regency.facts.people([who('asn'), 'nobody'])).size).toBe(1);
  });

  it('lets the hero of the demo pass every rule for the vacant post', async () => {
    const taken = await regency.facts.eligibility({ caseId: 'c', dossier: dossier(), day: '2026-12-01', phase: 'draft' });
    const { result, verdicts } = checkEligibility(
      {
        ...taken,
        phase: 'draft',
        moveType: 'INTERNAL_ROTATION',
        ownRequest: false,
        today,
        day: '2026-12-01',
        papers: [],
        proposer: who('kepala.asal'),
        actor: { person: who('kepala.asal'), kind: 'definitive' },
        verifier: null,
        signatory: { person: who('bupati'), kind: 'definitive' },
        panel: null,
        decree: null,
        approvedOn: null,
      },
      currentRuleSet,
    );
    expect(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not_applicable')).toEqual([]);
    expect(result).toBe('eligible');
  });

  it('shows the position map of any day, and moves conserve headcount', async () => {
    const before = await positionMap(regency.db, unit('KEPAHIANG'), today);
    const { assignment = '' } = (await regency.facts.locate(who('asn'), today)) ?? {};
    expect(assignment).not.toBe('');
    const placement = {
      assignment: 'moved',
      post: post('BAPPEDA.DATA'),
      unit: unit('BAPPEDA'),
      agency: unit('BAPPEDA'),
      from: '2026-12-01',
      inaugurated: null,
      decree: '800/1',
    };
    await regency.people.execute(
      { type: 'MovePerson', data: { id: who('asn'), placement, fromPost: post('DKP.PANGAN'), caseId: 'case-1', at } },
      metaOf(),
    );
    await regency.caughtUp();

    expect((await positionMap(regency.db, unit('KEPAHIANG'), '2026-12-01'))?.totals).toEqual(before?.totals);
    const on = async (agency: string, day: string) =>
      (await positionMap(regency.db, unit(agency), day))?.positions.flatMap(({ incumbents }) => incumbents) ?? [];
    expect((await on('DKP', '2026-11-30')).some(({ id }) => id === who('asn'))).toBe(true);
    expect((await on('DKP', '2026-12-01')).some(({ id }) => id === who('asn'))).toBe(false);
    expect(await on('BAPPEDA', '2026-12-01')).toContainEqual(
      expect.objectContaining({ id: who('asn'), since: '2026-12-01', caseId: 'case-1' }),
    );
    expect((await personPage(regency.db, who('asn')))?.career).toMatchObject([
      { from: '2026-12-01' },
      { from: '2023-02-01', until: '2026-11-30' },
    ]);
  });

  it('counts the predicates of a unit', async () => {
    const ids = await peopleOf(regency.db, unit('BKD'));
    const counts = await countPredicates(regency.db, ids, 2025);
    const rated = Object.values(counts).reduce((sum, n) => sum + n, 0);
    expect(rated).toBeGreaterThan(10);
    expect(rated).toBeLessThanOrEqual(ids.length);
    expect((await peopleOf(regency.db, unit('KEPAHIANG'))).length).toBeGreaterThan(ids.length * 10);
  });

  it('sees a substitute as soon as the letter is recorded, and no longer than it says', async () => {
    const office = `head:${unit('DKP')}`;
    const named = {
      office,
      id: 's1',
      person: who('asn'),
      kind: 'daily' as const,
      from: '2026-11-24',
      until: '2026-11-28',
      letter: 'SP/7',
      at,
    };
    const { position } = await regency.offices.execute({ type: 'NameSubstitute', data: named }, metaOf());
    await regency.directory.refreshed(position);
    expect(await regency.directory.holdersOf(office, today)).toEqual([
      expect.objectContaining({ person: who('kepala.asal'), kind: 'definitive' }),
      { office, person: who('asn'), kind: 'daily', onBehalfOf: who('kepala.asal'), letter: 'SP/7', position: 'JPT_PRATAMA' },
    ]);
    expect(await regency.directory.officesOf(who('asn'), today)).toMatchObject([
      { office, kind: 'daily', until: '2026-11-28', onBehalfOf: who('kepala.asal') },
    ]);
    expect(await regency.directory.holdersOf(office, '2026-11-29')).toHaveLength(1);
  });

  it('asks above somebody for his own case where he acts for an absent head, and not where a head has lent him power', async () => {
    const headOf = async (day: string) => (await regency.directory.forSubject(who('asn'), day)).offices['AGENCY_HEAD'] ?? '';
    const office = await headOf('2026-12-10');
    const [holder] = await regency.directory.holdersOf(office, '2026-12-02');
    const name = async (id: string, kind: 'daily' | 'delegate', from: string, until: string) => {
      const data = {
        office,
        id,
        person: who('asn'),
        kind,
        from,
        until,
        letter: `SP/${id}`,
        at,
        ...(kind === 'delegate' && { onBehalfOf: holder?.person ?? '' }),
      };
      const { position } = await regency.offices.execute({ type: 'NameSubstitute', data }, metaOf());
      await regency.directory.refreshed(position);
    };
    await name('s2', 'delegate', '2026-12-01', '2026-12-03');
    await name('s3', 'daily', '2026-12-04', '2026-12-05');
    expect(await regency.directory.officesOf(who('asn'), '2026-12-02')).toMatchObject([{ office, kind: 'delegate' }]);
    expect(await headOf('2026-12-02')).toBe(office);
    expect(await headOf('2026-12-04')).toBe(await regency.directory.superiorOf(office));
  });

  it('finds an office vacant once its holder has retired', async () => {
    const id = who('kepala.tujuan');
    await regency.people.execute(
      { type: 'ChangeEmploymentStatus', data: { id, status: 'retired', from: today, letter: 'SK/1', at } },
      metaOf(),
    );
    await regency.caughtUp();
    expect(await regency.directory.holdersOf(`head:${unit('BAPPEDA')}`, today)).toEqual([]);
  });

  it('answers from memory', async () => {
    await regency.directory.refreshed();
    const before = regency.queries();
    for (let n = 0; n < 1_000; n++)
      await regency.directory.forCase({ employeeId: who('asn'), fromAgency: unit('DKP'), toAgency: unit('BAPPEDA') }, today);
    expect(regency.queries()).toBe(before);
  });
});

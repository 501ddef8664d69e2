import { project } from '@app/event-store';
import { person, streamOf } from '@app/domain/staffing';
import { type ClaimRow, statusOf } from '@app/domain/mutation';
import { obligationId } from '@app/domain/obligations';
import { claims as mutationClaims } from '../mutation/projections/claims.js';
import { people, vacancy } from '../mutation/testing/small-town.js';
import { OrphanClaims } from './orphan-claims.js';
import { openWorld } from './testing/world.js';

type World = Awaited<ReturnType<typeof openWorld>>;

/** A case with a decree that takes effect on 5 March. */
const decreed = async (world: World) => {
  await world.registerSari();
  const id = await world.approved();
  await world.proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-03-05' }, world.as(people.officer));
  await world.settle();
  return id;
};
const statusNow = async (world: World, id: string) => statusOf((await world.proposals.load(id)).state);
const held = async ({ transactor }: World) => {
  const { state } = await transactor.load(streamOf.person('kepahiang', people.sari), person);
  return 'held' in state ? state.held?.post : undefined;
};
const told = async (world: World, who: string, prefix: string) =>
  (await world.noticesOf(who)).filter(({ code }) => code.startsWith(prefix)).map(({ code }) => code);

describe('what follows from a transfer', () => {
  it('is one review for each decision, votes and consent included', async () => {
    const world = await openWorld();
    await world.approved();
    await world.settle();
    const rows = await world.reviewRows();
    expect(rows.map(({ stage }) => stage)).toEqual([
      'acceptance',
      'consent',
      'verification',
      'hr_review',
      'tpk',
      'tpk',
      'tpk',
      'forwarding',
      'decision',
    ]);
    expect(new Set(rows.map(({ decision }) => decision)).size).toBe(9);
    expect(rows[0]).toMatchObject({ agency: 'tujuan', due_on: '2026-03-09', status: 'open', subject: people.sari });
  });

  it('is that the person moves on the effective date, not before, and frees what was reserved', async () => {
    const world = await openWorld();
    const id = await decreed(world);
    await world.until('2026-03-04T16:59:59.000Z');
    expect([await held(world), await statusNow(world, id)]).toEqual(['post-old', 'decreed']);
    await world.until('2026-03-04T17:00:00.000Z');
    expect([await held(world), await statusNow(world, id)]).toEqual(['post-new', 'effective']);
    expect(await world.proposals.claims.heldOnPerson(people.sari)).toEqual({});
    expect(await world.proposals.claims.heldOnPost('post-new')).toEqual({});
    const [ended, started] = (await world.typesOf('AssignmentEnded', 'AssignmentStarted')).slice(1);
    expect([ended?.data, started?.data]).toMatchObject([
      { until: '2026-03-04', reason: 'transfer', caseId: id },
      { from: '2026-03-05', post: 'post-new', caseId: id },
    ]);
    expect(await told(world, people.sari, 'transfer-')).toEqual(['transfer-effective']);
  });

  it('is six duties, born with the decree', async () => {
    const world = await openWorld();
    await decreed(world);
    expect((await world.obligationRows()).map(({ code, due_on }) => [code, due_on])).toEqual([
      ['evaluation-3m', '2026-06-05'],
      ['evaluation-6m', '2026-09-07'],
      ['evaluation-12m', '2027-03-05'],
      ['training-1m', '2026-04-06'],
      ['training-3m', '2026-06-05'],
      ['training-6m', '2026-09-07'],
    ]);
  });

  it('is nothing once the approval is rescinded: nobody moves, duties are withdrawn, the number is void', async () => {
    const world = await openWorld();
    const id = await decreed(world);
    await world.proposals.rescind(id, { reason: 'salah jabatan' }, world.as(people.regent));
    await world.settle();
    await world.until('2026-04-10T00:00:00.000Z');
    expect([await held(world), await statusNow(world, id)]).toEqual(['post-old', 'rescinded']);
    expect(new Set((await world.obligationRows()).map(({ status }) => status))).toEqual(new Set(['withdrawn']));
    expect(await world.proposals.claims.heldOnPerson(people.sari)).toEqual({});
    expect(await world.typesOf('DecreeNumberVoided')).toHaveLength(1);
    expect(await told(world, people.sari, 'obligation-')).toEqual([]);
    expect([...(await world.due()).values()].filter(({ kind }) => kind !== 'review')).toEqual([]);
  });

  it('is complete when nothing is owed any more', async () => {
    const world = await openWorld();
    const id = await decreed(world);
    await world.until('2026-03-06T00:00:00.000Z');
    for (const { id: obligation, owner } of await world.obligationRows()) {
      const by = owner === 'head:tujuan' ? people.destHead : people.sari;
      const { meta } = world.as(by);
      await world.deps.obligations.execute(
        obligation,
        {
          type: 'CompleteObligation',
          data: { by, offices: [owner], note: 'selesai', result: {}, today: '2026-03-06', at: meta.at },
        },
        meta,
      );
    }
    expect(await statusNow(world, id)).toBe('effective');
    await world.settle();
    expect(await statusNow(world, id)).toBe('completed');
  });

  it('is halted when the person may no longer move, and goes through once the cause is mended', async () => {
    const world = await openWorld();
    const id = await decreed(world);
    const good = world.facts.current;
    world.facts.current = { ...good, person: good.person && { ...good.person, status: 'suspended' } };
    await world.until('2026-03-05T00:00:00.000Z');
    expect([await held(world), await statusNow(world, id)]).toEqual(['post-old', 'decreed']);
    expect(await told(world, people.officer, 'transfer-')).toEqual(['transfer-halted']);
    expect(new Set((await world.obligationRows()).map(({ status }) => status))).toEqual(new Set(['withdrawn']));
    world.facts.current = good;
    await world.until('2026-03-06T00:00:00.000Z');
    expect([await held(world), await statusNow(world, id)]).toEqual(['post-new', 'effective']);
    expect(new Set((await world.obligationRows()).map(({ status }) => status))).toEqual(new Set(['open']));
  });

  it('ends with the person: who retires has his case cancelled and frees the post', async () => {
    const world = await openWorld();
    await world.registerSari();
    const id = await world.drafted();
    await world.broughtTo(id, 'verification');
    await world.transactor.transact(
      streamOf.person('kepahiang', people.sari),
      person,
      {
        type: 'ChangeEmploymentStatus',
        data: { id: people.sari, status: 'retired', from: '2026-03-01', letter: 'SK-1', at: world.clock.at },
      },
      { ...world.as(people.officer).meta, subject: people.sari },
    );
    await world.settle();
    expect(await statusNow(world, id)).toBe('cancelled');
    expect(await world.proposals.claims.heldOnPost('post-new')).toEqual({});
    expect(await told(world, people.officer, 'person-')).toEqual(['person-left']);
    expect(await told(world, people.originHead, 'case-')).toEqual(['case-cancelled']);
  });
});

describe('a sanction', () => {
  it('is told to HR and to the superior, and not to another agency that proposed', async () => {
    const world = await openWorld();
    await world.registerSari();
    const id = await world.drafted(people.destHead);
    await world.proposals.submit(id, world.as(people.destHead));
    const sanction = { id: 's1', level: 'severe', kind: 'demotion', from: '2026-03-02', until: null, letter: 'SK-2' } as const;
    await world.transactor.transact(
      streamOf.person('kepahiang', people.sari),
      person,
      { type: 'ImposeSanction', data: { id: people.sari, sanction, at: world.clock.at } },
      { ...world.as(people.officer).meta, subject: people.sari },
    );
    await world.settle();
    for (const who of [people.officer, people.originHead])
      expect(await told(world, who, 'person-')).toEqual(['person-sanctioned']);
    for (const who of [people.destHead, people.sari]) expect(await told(world, who, 'person-')).toEqual([]);
  });
});

describe('claims', () => {
  it('of cases that never came to be, or died half way, are freed; those of live cases and young ones are kept', async () => {
    const world = await openWorld();
    const live = await world.drafted();
    await world.broughtTo(live, 'consent');
    const { claims } = world.proposals;
    await claims.take('lost', { employeeId: 'budi', toPost: 'post-other' }, { ...vacancy, need: 9 }, world.as('system').meta);
    const held = async () => [...project<ClaimRow>(mutationClaims, await world.events()).values()];
    expect(await held()).toHaveLength(4);
    const real = { now: 0 };
    const orphans = new OrphanClaims(world.deps, () => real.now);
    expect(await orphans.sweep(await held())).toBe(0);
    // What a submission has taken a moment ago is not old because the business clock was moved.
    await world.jumpTo('2026-03-30T02:00:00.000Z');
    expect(await orphans.sweep(await held())).toBe(0);
    real.now += 61_000;
    expect(await orphans.sweep(await held())).toBe(2);
    expect((await held()).map(({ case_id }) => case_id)).toEqual([live, live]);
  });
});

describe('reminders', () => {
  it('all go out, each once, although all jobs were deleted and the process was restarted', async () => {
    const world = await openWorld();
    await decreed(world);
    await world.until('2026-03-20T00:00:00.000Z');
    await world.restart();
    await world.until('2026-04-06T17:00:00.000Z');
    await world.restart();
    await world.until('2026-04-20T00:00:00.000Z');
    expect(await told(world, people.sari, 'obligation-')).toEqual([
      'obligation-due-in-a-week',
      'obligation-due-tomorrow',
      'obligation-overdue',
    ]);
    expect(await told(world, people.destHead, 'obligation-')).toEqual(['obligation-escalated']);
    const escalated = (await world.noticesOf(people.destHead)).find(({ code }) => code === 'obligation-escalated');
    expect(escalated?.at.slice(0, 10)).toBe('2026-04-09');
  });

  it('of one duty become one notice for each who is told, after a jump of the clock', async () => {
    const world = await openWorld();
    await decreed(world);
    await world.until('2026-03-06T00:00:00.000Z');
    await world.jumpTo('2026-04-30T02:00:00.000Z');
    expect(await told(world, people.sari, 'obligation-')).toEqual(['obligation-overdue']);
    expect(await told(world, people.destHead, 'obligation-')).toEqual(['obligation-escalated']);
    const fell = await world.typesOf('ObligationReminderFellDue');
    expect(fell.map(({ data }) => data)).toMatchObject([
      {
        id: obligationId((await world.obligationRows())[0]?.case_id ?? '', 'training-1m'),
        code: 'overdue',
        supersedes: ['due-in-a-week', 'due-tomorrow'],
      },
      { code: 'escalated', supersedes: [] },
    ]);
  });

  it('of one stage become one notice for each who is told; the others are recorded as superseded', async () => {
    const world = await openWorld();
    await world.registerSari();
    const id = await world.drafted();
    await world.proposals.submit(id, world.as(people.originHead));
    await world.settle();
    expect(await told(world, people.destHead, 'stage-')).toEqual(['stage-opened']);
    await world.jumpTo('2026-04-30T02:00:00.000Z');
    expect(await told(world, people.destHead, 'stage-')).toEqual(['stage-opened', 'stage-after']);
    expect((await world.noticesOf(people.destHead)).at(-1)?.superseded).toEqual(['stage-before']);
    expect(await told(world, people.secretary, 'stage-')).toEqual(['stage-escalation']);
    expect(await told(world, people.officer, 'stage-')).toEqual(['stage-overdue']);
  });

  it('pass a silent consent by, and go on with the case', async () => {
    const world = await openWorld();
    await world.registerSari();
    const id = await world.drafted();
    await world.broughtTo(id, 'consent');
    await world.settle();
    await world.jumpTo('2026-03-20T02:00:00.000Z');
    expect((await world.proposals.load(id)).state.workflow).toMatchObject({ status: 'open', open: [{ stage: 'verification' }] });
    expect(await told(world, people.sari, 'stage-')).toEqual(['stage-opened', 'stage-silent']);
  });

  it('tell HR where nobody holds the office', async () => {
    const world = await openWorld();
    await world.registerSari();
    const id = await world.drafted();
    world.facts.holders = { ...world.facts.holders, DEST_HEAD: [] };
    await world.proposals.submit(id, world.as(people.originHead));
    await world.settle();
    expect(await told(world, people.officer, 'stage-')).toEqual(['stage-vacant']);
  });
});

describe('a notice', () => {
  it('is not given of a draft that is withdrawn: nobody has heard of it', async () => {
    const world = await openWorld();
    const draft = await world.drafted();
    await world.proposals.withdraw(draft, { reason: 'batal' }, world.as(people.originHead));
    await world.settle();
    expect(await told(world, people.sari, 'case-')).toEqual([]);
    const submitted = await world.drafted();
    await world.broughtTo(submitted, 'acceptance');
    await world.proposals.withdraw(submitted, { reason: 'batal' }, world.as(people.originHead));
    await world.settle();
    expect(await told(world, people.sari, 'case-')).toEqual(['case-withdrawn']);
  });

  it('goes by mail as well, in the language of the person, with names in place of ids', async () => {
    const world = await openWorld();
    const id = await world.drafted();
    await world.broughtTo(id, 'decision');
    await world.settle();
    const letter = world.letters.filter(({ person: to }) => to === people.regent).at(-1);
    expect(letter).toMatchObject({
      to: 'regent@example.go.id',
      subject: '[Alur] Transfer of sari waits for you at stage Decision of the regent.',
    });
    expect(letter?.text).toContain(`http://localhost:3000/proposals/${id}`);
    const indonesian = world.letters.find(({ person: to }) => to === people.secretary);
    expect(indonesian?.subject).toBe('[Alur] Usulan mutasi sari menunggu keputusan Anda pada tahap Paraf Sekretaris Daerah.');
  });
});

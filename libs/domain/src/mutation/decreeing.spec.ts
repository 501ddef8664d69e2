import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { decreeRegister } from './decree-register.js';
import { proposal } from './proposal.js';
import { statusOf } from './state.js';
import { caseStream, registerStream } from './streams.js';
import { openDesk } from './testing/desk.js';
import { outcomeOf } from './testing/outcome-of.js';
import { facts as soundFacts, people, sari, vacancy } from './testing/small-town.js';

const dates = { date: '2026-03-02', effectiveDate: '2026-04-01' };

describe('a decree', () => {
  it('is numbered by HR after the approval, and takes effect no earlier than its date', async () => {
    const { proposals, approved, drafted, as } = openDesk();
    const id = await approved();
    const issue = (change: Partial<typeof dates>, by: string = people.officer) =>
      outcomeOf(proposals.decree(id, { ...dates, ...change }, as(by)));
    expect(await issue({}, people.regent)).toBe('mutation.not-hr');
    expect(await issue({ effectiveDate: '2026-03-01' })).toBe('mutation.effective-before-decree');
    expect(await issue({ date: '2026-03-03', effectiveDate: '2026-03-03' })).toBe('mutation.decree-date-future');
    expect(await issue({ date: '2026-03-01' })).toBe('mutation.decree-before-approval');
    expect(await issue({ effectiveDate: '2026-02-31' })).toBe('mutation.not-a-day');
    expect(await issue({})).toBe('done');
    const { state } = await proposals.load(id);
    expect(state.proposal?.decree).toMatchObject({
      number: '800.1.3.3/001/BKPSDM/2026',
      serial: 1,
      office: 'hr-officer',
      ...dates,
    });
    expect(await outcomeOf(proposals.decree(await drafted(), dates, as(people.officer)))).toBe('mutation.not-approved');
  });

  it('is the same one when asked for twice, and another is refused', async () => {
    const { proposals, approved, as } = openDesk();
    const id = await approved();
    await proposals.decree(id, dates, as(people.officer));
    const again = await proposals.decree(id, dates, as(people.hrHead));
    expect(again.events).toEqual([]);
    expect(await outcomeOf(proposals.decree(id, { ...dates, effectiveDate: '2026-05-01' }, as(people.officer)))).toBe(
      'mutation.decree-exists',
    );
  });

  it('has the next number, without a gap for one that was refused', async () => {
    const { facts, proposals, approved, drafted, broughtTo, as } = openDesk();
    const first = await approved();
    expect(await outcomeOf(proposals.decree(first, { ...dates, effectiveDate: '2026-03-01' }, as(people.officer)))).not.toBe(
      'done',
    );
    facts.holders = { ...facts.holders, REGENT: [] };
    expect(await outcomeOf(proposals.decree(first, dates, as(people.officer)))).toBe('mutation.not-eligible');
    facts.holders = { ...facts.holders, REGENT: [{ office: 'regent', person: people.regent, kind: 'definitive' }] };
    await proposals.decree(first, dates, as(people.officer));
    const second = await drafted(people.originHead, { employeeId: 'budi', targetPositionId: 'post-other' });
    await broughtTo(second, 'decree', 'budi');
    const { state } = await proposals.decree(second, dates, as(people.officer));
    expect(state.proposal?.decree?.serial).toBe(2);
  });

  it('is printed once, and kept by its hash', async () => {
    const { proposals, approved, as, printer, clock } = openDesk();
    const id = await approved();
    expect(await outcomeOf(proposals.decreePdf(id, { at: clock.at, correlationId: 'r' }))).toBe('mutation.no-decree');
    await proposals.decree(id, dates, as(people.officer));
    const [one, two] = await Promise.all([1, 2].map(() => proposals.decreePdf(id, { at: clock.at, correlationId: 'r' })));
    expect(one?.bytes.equals(two?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(printer.printed).toBe(1);
  });

  it('that was rescinded is handed out with the mark alone, whether or not it was printed before', async () => {
    const { proposals, approved, as, printer, clock } = openDesk();
    const id = await approved();
    await proposals.decree(id, dates, as(people.officer));
    const before = await proposals.decreePdf(id, { at: clock.at, correlationId: 'r' });
    const { state } = await proposals.rescind(id, { reason: 'keliru' }, as(people.regent));
    const after = await proposals.decreePdf(id, { at: clock.at, correlationId: 'r' });
    expect([before.rescinded, after.rescinded]).toEqual([false, true]);
    expect(printer.last?.rescinded).toEqual({ on: clock.at.slice(0, 10), reason: 'keliru' });
    expect((await proposals.load(id)).state.proposal?.decree?.pdf).toEqual(state.proposal?.decree?.pdf); // as it was first printed
  });
});

describe('a number that was given', () => {
  /** Something happens right after the register has given a number. */
  class Interrupted extends MemoryEventStore {
    next: (() => Promise<unknown>) | undefined;
    override async append(
      stream: string,
      ...rest: Parameters<MemoryEventStore['append']> extends [string, ...infer R] ? R : never
    ) {
      const appended = await super.append(stream, ...rest);
      const { next } = this;
      if (!stream.includes('.decree-register-') || !next) return appended;
      this.next = undefined;
      await next();
      return appended;
    }
  }
  const numbered = async () => {
    const store = new Interrupted();
    const desk = openDesk(store);
    const id = await desk.approved();
    const register = async () =>
      (await desk.transactor.load(registerStream('kepahiang', 'BKPSDM', 2026), decreeRegister)).state.byCase[id];
    return { ...desk, store, id, register };
  };

  it('is void where the approval is rescinded before it got into the decree', async () => {
    const { store, id, proposals, as, facts, transactor, register } = await numbered();
    store.next = async () => {
      const { meta } = as(people.regent);
      const given = { by: people.regent, at: meta.at, directory: facts.holders, calendar: await facts.calendar() };
      const command = { type: 'Rescind', data: { ...given, reason: 'keliru' } } as const;
      await transactor.transact(caseStream('kepahiang', id), proposal, command, { ...meta, subject: people.sari });
    };
    expect(await outcomeOf(proposals.decree(id, dates, as(people.officer)))).toBe('mutation.not-approved');
    expect(await register()).toMatchObject({ serial: 1, void: true });
  });

  it('stays the case’s own where the process died before it got into the decree, and is void once it is rescinded', async () => {
    const { store, id, proposals, as, register } = await numbered();
    store.next = () => Promise.reject(new Error('the process died'));
    await expect(proposals.decree(id, dates, as(people.officer))).rejects.toThrow('the process died');
    expect(await register()).toMatchObject({ serial: 1, void: false });
    await proposals.rescind(id, { reason: 'keliru' }, as(people.regent));
    expect(await register()).toMatchObject({ serial: 1, void: true });
  });
});

describe('an approval', () => {
  it('is rescinded before the effective date by the regent or the head of HR: nobody moves, the number stays void', async () => {
    const { proposals, approved, as } = openDesk();
    const id = await approved();
    await proposals.decree(id, dates, as(people.officer));
    expect(await outcomeOf(proposals.rescind(id, { reason: 'keliru' }, as(people.officer)))).toBe('mutation.not-the-regent');
    expect(await outcomeOf(proposals.rescind(id, { reason: ' ' }, as(people.regent)))).toBe('mutation.reason-missing');
    const { state } = await proposals.rescind(id, { reason: 'keliru' }, as(people.regent));
    expect(statusOf(state)).toBe('rescinded');
    expect(await proposals.claims.heldOnPerson(people.sari)).toEqual({});
    expect(await proposals.claims.heldOnPost('post-new')).toEqual({});
    const after = await proposals.takeEffect(id, as('system:timer', { at: '2026-04-01T02:00:00.000Z' }));
    expect(after.events).toEqual([]);
    expect(await outcomeOf(proposals.decree(id, dates, as(people.officer)))).toBe('mutation.not-approved');
  });

  it('is not rescinded once it took effect, or on its day', async () => {
    const { proposals, approved, as } = openDesk();
    const id = await approved();
    await proposals.decree(id, dates, as(people.officer));
    const onTheDay = { at: '2026-03-31T17:00:00.000Z' };
    expect(await outcomeOf(proposals.rescind(id, { reason: 'keliru' }, as(people.regent, onTheDay)))).toBe(
      'mutation.already-effective',
    );
    await proposals.takeEffect(id, as('system:timer', onTheDay));
    expect(await outcomeOf(proposals.rescind(id, { reason: 'keliru' }, as(people.regent, onTheDay)))).toBe(
      'mutation.already-effective',
    );
  });
});

describe('the effective date', () => {
  const decreed = async () => {
    const desk = openDesk();
    const id = await desk.approved();
    await desk.proposals.decree(id, dates, desk.as(people.officer));
    // Midnight in Jakarta; the timer fires once early, and once more.
    const fire = (at: string) => desk.proposals.takeEffect(id, desk.as('system:timer', { at }));
    return { ...desk, id, fire };
  };

  it('lets the move take effect at midnight of the regency, once', async () => {
    const { fire } = await decreed();
    expect((await fire('2026-03-31T16:59:59.999Z')).events).toEqual([]);
    const { events, state } = await fire('2026-03-31T17:00:00.000Z');
    expect(events.map(({ type }) => type)).toEqual(['EligibilityChecked', 'TransferTookEffect']);
    expect(statusOf(state)).toBe('effective');
    expect((await fire('2026-04-01T17:00:00.000Z')).events).toEqual([]);
  });

  it('halts the move where the rules no longer allow it, says so once, and goes on when they do again', async () => {
    const { facts, fire, proposals, id } = await decreed();
    facts.current = { ...soundFacts, person: { ...sari, status: 'suspended' } };
    const { events, state } = await fire('2026-03-31T17:00:00.000Z');
    expect(events.map(({ type }) => type)).toEqual(['EligibilityChecked', 'TransferHalted']);
    expect(state.proposal?.effect).toMatchObject({ status: 'halted', because: 'not-eligible', facts: { rules: ['E02'] } });
    expect((await fire('2026-04-01T17:00:00.000Z')).events).toEqual([]);
    const view = await proposals.view(id, people.hrHead, '2026-04-01T02:00:00.000Z');
    expect(view.actions.find(({ verb }) => verb === 'rescind')).toMatchObject({ refusal: null });
    facts.current = soundFacts;
    expect((await fire('2026-04-02T17:00:00.000Z')).events.map(({ type }) => type)).toContain('TransferTookEffect');
  });

  it('halts the move where the post was filled meanwhile', async () => {
    const { facts, fire } = await decreed();
    facts.current = { ...soundFacts, target: { ...vacancy, incumbents: ['somebody'] } };
    expect((await fire('2026-03-31T17:00:00.000Z')).state.proposal?.effect).toMatchObject({ facts: { rules: ['E50'] } });
  });

  it('is followed by the end of the case', async () => {
    const { fire, proposals, id, as } = await decreed();
    await fire('2026-03-31T17:00:00.000Z');
    await proposals.claims.occupy(id, 'post-new', as('system:policy').meta);
    expect(await proposals.claims.heldOnPost('post-new')).toEqual({ [id]: 'occupied' });
    const { state } = await proposals.complete(id, as('system:policy'));
    expect(statusOf(state)).toBe('completed');
    expect((await proposals.complete(id, as('system:policy'))).events).toEqual([]);
  });

  it('may be undone by what kept the person from being moved', async () => {
    const { fire, proposals, id, as } = await decreed();
    await fire('2026-03-31T17:00:00.000Z');
    const halted = { because: 'staffing.not-in-post', facts: {} };
    expect(statusOf((await proposals.halt(id, halted, as('system:policy'))).state)).toBe('decreed');
    expect((await proposals.halt(id, halted, as('system:policy'))).events).toEqual([]);
  });
});

import { stageOf, statusOf } from './state.js';
import { openDesk } from './testing/desk.js';
import { outcomeOf } from './testing/outcome-of.js';
import { people, vacancy } from './testing/small-town.js';

describe('the employee', () => {
  it('who is silent for five working days is passed by', async () => {
    const { proposals, drafted, broughtTo, approve, as, clock } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'acceptance');
    await approve(id, 'acceptance', people.destHead);
    clock.at = '2026-03-10T02:00:00.000Z';
    const { state, events } = await proposals.passDeadline(id, { stage: 'consent', round: 1 }, as('system:timer'));
    expect(events.map(({ type }) => type)).toContain('DeadlinePassed');
    expect(stageOf(state)).toBe('verification');
  });

  it('has one live proposal, and a post one promise, whoever races', async () => {
    const { proposals, drafted, as } = openDesk();
    const [one, two, three] = await Promise.all([drafted(), drafted(), drafted(people.originHead, { employeeId: 'budi' })]);
    const outcomes = await Promise.all([one, two, three].map((id) => outcomeOf(proposals.submit(id, as(people.originHead)))));
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(1);
    expect(outcomes).toContain('mutation.person-claimed');
    expect(Object.keys(await proposals.claims.heldOnPost('post-new'))).toHaveLength(1);
  });

  it('has one live proposal also where two processes race', async () => {
    const one = openDesk();
    const other = openDesk(one.store, one.codec);
    const ids = await Promise.all(Array.from({ length: 8 }, () => one.drafted()));
    const submit = (id: string, n: number) =>
      outcomeOf((n % 2 === 0 ? one : other).proposals.submit(id, one.as(people.originHead)));
    const outcomes = await Promise.all(ids.map(submit));
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(1);
    expect(Object.keys(await other.proposals.claims.heldOnPerson(people.sari))).toEqual([ids[outcomes.indexOf('done')]]);
  });

  it('of a case that is submitted twice at once is held, and not given back by the one that came second', async () => {
    const one = openDesk();
    const other = openDesk(one.store, one.codec);
    const id = await one.drafted();
    await Promise.all([one, other].map(({ proposals }) => outcomeOf(proposals.submit(id, one.as(people.originHead)))));
    expect(await one.proposals.claims.heldOnPerson(people.sari)).toEqual({ [id]: 'promised' });
    expect(statusOf((await other.proposals.load(id)).state)).toBe('submitted');
  });

  it('is free for another proposal once the first was withdrawn or rejected', async () => {
    const { proposals, drafted, broughtTo, as } = openDesk();
    const first = await drafted();
    await broughtTo(first, 'acceptance');
    await proposals.decide(first, { stage: 'acceptance', verdict: 'reject', reason: 'tidak ada anggaran' }, as(people.destHead));
    const second = await drafted();
    await proposals.submit(second, as(people.originHead));
    await proposals.withdraw(second, { reason: 'batal' }, as(people.originHead));
    expect(await outcomeOf(proposals.submit(await drafted(), as(people.originHead)))).toBe('done');
  });

  it('is free too where the case that dies was about to name another', async () => {
    const { proposals, drafted, broughtTo, as } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'acceptance');
    await proposals.decide(id, { stage: 'acceptance', verdict: 'return', reason: 'jabatan lain' }, as(people.destHead));
    await proposals.amend(id, { targetPositionId: 'post-other', employeeId: 'budi' }, as(people.originHead));
    await proposals.withdraw(id, { reason: 'batal' }, as(people.originHead));
    expect(await proposals.claims.heldOnPost('post-new')).toEqual({});
    expect(await proposals.claims.heldOnPerson(people.sari)).toEqual({});
  });

  it('who is in another live proposal by the read models is refused by the rules as well', async () => {
    const { facts, proposals, drafted, as } = openDesk();
    facts.current = { ...facts.current, liveCases: ['another'], target: { ...vacancy, promisedTo: ['another'] } };
    const refused = await proposals.submit(await drafted(), as(people.originHead)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'mutation.not-eligible', facts: { rules: [{ rule: 'E53' }, { rule: 'E54' }] } });
  });
});

import { WrongRevision } from '@app/event-store';
import { etagOf, stageOf, statusOf } from './state.js';
import { openDesk } from './testing/desk.js';
import { outcomeOf } from './testing/outcome-of.js';
import { people, sari } from './testing/small-town.js';

describe('a transfer', () => {
  it('goes from the draft of the origin head to the approval of the regent', async () => {
    const { proposals, approved } = openDesk();
    const { state } = await proposals.load(await approved());
    expect(statusOf(state)).toBe('approved');
    expect(state.workflow).toMatchObject({
      passages: expect.arrayContaining([expect.objectContaining({ stage: 'release', outcome: 'skipped' })]),
    });
    expect(state.proposal?.eligibility).toMatchObject({ phase: 'decision', result: 'eligible', ruleSet: { version: '2026-11' } });
  });

  it('adds the release by the origin where the destination proposes', async () => {
    const { proposals, drafted, as } = openDesk();
    const id = await drafted(people.destHead);
    const { state } = await proposals.submit(id, as(people.destHead));
    expect(stageOf(state)).toBe('release');
  });

  it('is at his own request where the employee proposes, and asks nobody for his consent', async () => {
    const { proposals, drafted, as, approve, accepted } = openDesk();
    const id = await drafted(people.sari);
    await proposals.submit(id, as(people.sari));
    await approve(id, 'release', people.originHead);
    const { state } = await approve(id, 'acceptance', people.destHead);
    expect(stageOf(state)).toBe('verification');
    expect(state.proposal?.dossier.ownRequest).toBe(true);
    await accepted(id);
    await approve(id, 'verification', people.officer);
  });

  it('is not drafted by somebody whose offices have nothing to do with it', async () => {
    const { proposals, as, wish } = openDesk();
    expect(await outcomeOf(proposals.draft('c1', wish, as('stranger')))).toBe('workflow.not-an-initiator');
  });

  it('is not wished for a day that has passed or does not exist, or within one agency', async () => {
    const { proposals, as, wish } = openDesk();
    const draft = (change: object) => outcomeOf(proposals.draft('c1', { ...wish, ...change }, as(people.originHead)));
    expect(await draft({ effectiveDate: '2026-03-01' })).toBe('mutation.effective-date-past');
    expect(await draft({ effectiveDate: '2026-02-31' })).toBe('mutation.not-a-day');
    expect(await draft({ effectiveDate: '2026-03-02' })).toBe('done');
    expect(await draft({ targetPositionId: 'post-old' })).toBe('mutation.exists');
    expect(await outcomeOf(proposals.draft('c2', { ...wish, targetPositionId: 'post-old' }, as(people.originHead)))).toBe(
      'mutation.same-post',
    );
    expect(await outcomeOf(proposals.draft('c2', { ...wish, targetPositionId: 'nowhere' }, as(people.originHead)))).toBe(
      'mutation.position-unknown',
    );
    expect(await outcomeOf(proposals.draft('c2', { ...wish, employeeId: 'nobody' }, as(people.originHead)))).toBe(
      'mutation.employee-unknown',
    );
  });

  it('is not submitted with a paper missing, and says which rule stands in the way', async () => {
    const { proposals, as, wish } = openDesk();
    await proposals.draft('c1', wish, as(people.originHead));
    const refused = await proposals.submit('c1', as(people.originHead)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'mutation.not-eligible', kind: 'invalid', facts: { rules: [{ rule: 'E93' }] } });
    expect(await proposals.claims.heldOnPerson(people.sari)).toEqual({});
  });

  it('is not submitted by somebody else, and keeps no reservation then', async () => {
    const { proposals, drafted, as } = openDesk();
    const id = await drafted();
    expect(await outcomeOf(proposals.submit(id, as(people.destHead)))).toBe('workflow.not-the-proposer');
    expect(await proposals.claims.heldOnPost('post-new')).toEqual({});
  });

  it('answers the same command as the first time', async () => {
    const { proposals, drafted, as, approve } = openDesk();
    const id = await drafted();
    const request = as(people.originHead);
    const first = await proposals.submit(id, request);
    await approve(id, 'acceptance', people.destHead);
    const again = await proposals.submit(id, request);
    expect(again).toMatchObject({ repeated: true, revision: first.revision });
    expect(again.events.map(({ id: event }) => event)).toEqual(first.events.map(({ id: event }) => event));
  });
});

describe('an approver', () => {
  it('does not decide at a stage that is not his', async () => {
    const { drafted, broughtTo, approve } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'decision');
    expect(await outcomeOf(approve(id, 'decision', people.secretary))).toBe('workflow.not-an-actor');
    expect(await outcomeOf(approve(id, 'forwarding', people.secretary))).toBe('workflow.stage-not-current');
  });

  it('is recorded in the office of the stage, also where another process has brought the case there', async () => {
    const here = openDesk();
    const there = openDesk(here.store, here.codec);
    const holders = {
      ...here.facts.holders,
      HR_HEAD: [{ office: 'head:hr', person: people.originHead, kind: 'definitive' } as const],
    };
    here.facts.holders = holders;
    const id = await here.drafted();
    await here.proposals.submit(id, here.as(people.originHead));
    await there.approve(id, 'acceptance', people.destHead);
    await there.approve(id, 'consent', people.sari);
    await there.accepted(id);
    await there.approve(id, 'verification', people.officer);
    const { events } = await here.approve(id, 'hr_review', people.originHead);
    expect(events.find(({ type }) => type === 'DecisionMade')?.metadata).toMatchObject({ office: 'head:hr' });
  });

  it('who proposed does not verify', async () => {
    const { proposals, facts, drafted, broughtTo, approve, as, accepted } = openDesk();
    facts.holders = {
      ...facts.holders,
      HR_OFFICER: [
        ...(facts.holders['HR_OFFICER'] ?? []),
        { office: 'hr-officer', person: people.originHead, kind: 'definitive' },
      ],
    };
    const id = await drafted();
    await broughtTo(id, 'verification');
    const { state } = await proposals.load(id);
    const documentId = state.proposal?.documents[0]?.documentId ?? '';
    expect(await outcomeOf(proposals.judge(id, { documentId, verdict: 'accepted', note: '' }, as(people.originHead)))).toBe(
      'mutation.verifier-is-proposer',
    );
    await accepted(id);
    expect(await outcomeOf(approve(id, 'verification', people.originHead))).toBe('workflow.four-eyes');
  });

  it('does not decide on himself', async () => {
    const { facts, drafted, broughtTo, approve } = openDesk();
    facts.holders = { ...facts.holders, REGENT: [{ office: 'regent', person: people.sari, kind: 'definitive' }] };
    const id = await drafted();
    await broughtTo(id, 'decision');
    expect(await outcomeOf(approve(id, 'decision', people.sari))).toBe('workflow.own-case');
  });

  it('does not decide on himself either where the case was amended to be about him', async () => {
    const { proposals, facts, drafted, broughtTo, approve, as } = openDesk();
    const [member = ''] = people.tpk;
    const id = await drafted();
    await proposals.amend(id, { employeeId: member }, as(people.originHead));
    await broughtTo(id, 'tpk', member);
    expect(await outcomeOf(approve(id, 'tpk', member))).toBe('workflow.own-case');
    facts.holders = { ...facts.holders, ORIGIN_HEAD: [{ office: 'head:asal', person: 'successor', kind: 'definitive' }] };
    const other = await drafted('successor');
    expect(await outcomeOf(proposals.amend(other, { employeeId: 'successor' }, as('successor')))).toBe(
      'mutation.not-yours-to-propose',
    );
  });

  it('does not decide on close kin', async () => {
    const { facts, drafted, broughtTo, approve } = openDesk();
    facts.current = { ...facts.current, person: { ...sari, kin: [{ person: people.regent, relation: 'parent' }] } };
    const id = await drafted();
    await broughtTo(id, 'decision');
    expect(await outcomeOf(approve(id, 'decision', people.regent))).toBe('mutation.not-eligible');
  });

  it('who only acts for the regent does not sign a move', async () => {
    const { facts, drafted, broughtTo, approve } = openDesk();
    facts.holders = { ...facts.holders, REGENT: [{ office: 'regent', person: people.regent, kind: 'acting' }] };
    const id = await drafted();
    await broughtTo(id, 'decision');
    expect(await outcomeOf(approve(id, 'decision', people.regent))).toBe('mutation.not-eligible');
  });

  it('answers warnings with a reason at verification and decision', async () => {
    const { facts, drafted, broughtTo, approve, accepted } = openDesk();
    facts.current = {
      ...facts.current,
      person: { ...sari, assignment: sari.assignment && { ...sari.assignment, from: '2025-06-01' } },
    };
    const id = await drafted();
    await broughtTo(id, 'verification');
    await accepted(id);
    expect(await outcomeOf(approve(id, 'verification', people.officer, ' '))).toBe('mutation.warnings-need-reason');
    expect(await outcomeOf(approve(id, 'verification', people.officer, 'kebutuhan mendesak'))).toBe('done');
  });

  it('is stopped by what has changed since the submission', async () => {
    const { facts, drafted, broughtTo, approve } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'decision');
    facts.current = { ...facts.current, person: { ...sari, status: 'retired' } };
    expect(await outcomeOf(approve(id, 'decision', people.regent))).toBe('mutation.not-eligible');
  });

  it('asks the rules only where the stage needs them', async () => {
    const { facts, drafted, broughtTo } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'decision');
    // Submission and verification; acceptance, consent, review, panel and forwarding ask nothing.
    expect(facts.asked).toBe(2);
  });

  it('who names an outdated ETag loses the race, whatever else was said meanwhile', async () => {
    const { proposals, drafted, as } = openDesk();
    const id = await drafted();
    await proposals.submit(id, as(people.originHead));
    const etag = etagOf((await proposals.load(id)).state);
    await proposals.comment(id, 'sedang dibahas', as(people.hrHead));
    const decide = () =>
      proposals.decide(id, { stage: 'acceptance', verdict: 'approve', reason: '' }, as(people.destHead, {}, etag));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, decide));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.every((outcome) => outcome.status === 'fulfilled' || outcome.reason instanceof WrongRevision)).toBe(true);
  });

  it('may repeat a conditional decision', async () => {
    const { proposals, drafted, as } = openDesk();
    const id = await drafted();
    await proposals.submit(id, as(people.originHead));
    const request = as(people.destHead, {}, etagOf((await proposals.load(id)).state));
    const decide = () => proposals.decide(id, { stage: 'acceptance', verdict: 'approve', reason: '' }, request);
    const first = await decide();
    expect(await decide()).toMatchObject({ repeated: true, revision: first.revision });
  });

  it('of a panel does not change the ETag for the colleagues', async () => {
    const { proposals, drafted, broughtTo, approve } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'tpk');
    const before = etagOf((await proposals.load(id)).state);
    await approve(id, 'tpk', 'tpk-1');
    expect(etagOf((await proposals.load(id)).state)).toBe(before);
  });
});

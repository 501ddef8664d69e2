import { held, openTown, people, refusal, rotation } from './town.js';

const once = { ...rotation, fourEyes: [], oncePerCase: true };

describe('four eyes across a case', () => {
  it('keep a verifier who became acting decider out', async () => {
    const town = await openTown(once);
    const id = await town.drafted();
    await town.broughtTo(id, 'hr_review');
    town.facts.holders = { ...town.facts.holders, HR_HEAD: [held('head:hr', people.officer, { kind: 'acting', letter: 'SP' })] };
    expect(await refusal(town.decide(id, 'hr_review', people.officer))).toMatchObject({
      code: 'workflow.once-per-case',
      facts: { acted: 'verification', stage: 'hr_review' },
    });
  });

  it('count a delegate and the one who lent him his power as one', async () => {
    const town = await openTown(once);
    const id = await town.drafted();
    await town.broughtTo(id, 'verification');
    await town.accepted(id);
    const lent = held('hr-officer', 'wakil', { kind: 'delegate', letter: 'SK', onBehalfOf: people.hrHead });
    town.facts.holders = { ...town.facts.holders, HR_OFFICER: [lent] };
    await town.decide(id, 'verification', 'wakil');
    expect(await refusal(town.decide(id, 'hr_review', people.hrHead))).toMatchObject({
      code: 'workflow.once-per-case',
      facts: { acted: 'verification' },
    });
  });

  it('keep the next of kin out, and the person himself', async () => {
    const town = await openTown();
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    town.facts.kin = [people.destHead];
    expect((await refusal(town.decide(id, 'acceptance', people.destHead))).code).toBe('workflow.kin');
    town.facts.kin = [];
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [held('head:tujuan', people.sari)] };
    expect((await refusal(town.decide(id, 'acceptance', people.sari))).code).toBe('workflow.own-case');
  });
});

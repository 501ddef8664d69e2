import { held, openTown, people, refusal } from './town.js';

const plt = (office: string) => held(office, 'plt', { kind: 'acting', letter: '800/12/2026' });

describe('an authority matrix for Plt, Plh and definitive officers, checked at decision time and recorded', () => {
  it('lets a Plt propose a move, and names the law in the record', async () => {
    const town = await openTown();
    town.facts.holders = { ...town.facts.holders, ORIGIN_HEAD: [plt('head:asal')] };
    const id = await town.drafted('plt');
    await town.proposals.submit(id, town.as('plt'));
    const [submitted] = await town.typesOf('CaseSubmitted');
    expect(submitted?.data).toMatchObject({
      by: {
        kind: 'acting',
        letter: '800/12/2026',
        authorityRow: 'acting-propose',
        basis: expect.stringContaining('SE BKN 1/SE/I/2021'),
      },
    });
  });

  it.each(['acting', 'daily', 'substitute', 'delegate'] as const)('does not let somebody decide it who is %s', async (kind) => {
    const town = await openTown();
    const id = await town.drafted();
    await town.broughtTo(id, 'decision');
    town.facts.holders = { ...town.facts.holders, REGENT: [held('regent', 'plt', { kind, letter: 'SP', onBehalfOf: 'regent' })] };
    expect(await refusal(town.decide(id, 'decision', 'plt'))).toMatchObject({
      code: 'workflow.authority-denied',
      facts: { act: 'decide', held: kind },
    });
    expect(await town.stateOf(id)).toMatchObject({ status: 'open', open: [{ stage: 'decision', votes: [] }] });
  });

  it('says so beforehand: on his page the button is off, and nobody is named who could act', async () => {
    const town = await openTown();
    const id = await town.drafted();
    await town.broughtTo(id, 'decision');
    town.facts.holders = { ...town.facts.holders, REGENT: [plt('regent')] };
    const view = await town.proposals.view(id, 'plt', town.clock.at);
    expect(view.actions.find(({ verb }) => verb === 'approve')?.refusal?.code).toBe('workflow.authority-denied');
    expect(view.mayAct).toEqual([]);
    expect(view.vacancies).toMatchObject([{ stage: 'decision', role: 'REGENT', policy: 'wait' }]);
  });

  it('takes the decision of the definitive holder, by the row that grants it', async () => {
    const town = await openTown();
    const id = await town.drafted();
    await town.broughtTo(id, 'decision');
    await town.decide(id, 'decision', people.regent);
    expect((await town.typesOf('DecisionMade')).at(-1)?.data).toMatchObject({
      by: { by: people.regent, authorityRow: 'definitive-decide', basis: expect.stringContaining('PP 11/2017') },
    });
  });

  it('grants nothing on a day on which the row is not law', async () => {
    const town = await openTown();
    const { matrix } = town.facts;
    const id = await town.drafted();
    await town.broughtTo(id, 'decision');
    town.facts.matrix = matrix && {
      ...matrix,
      version: 'ended',
      rows: matrix.rows.map((row) => (row.id === 'definitive-decide' ? { ...row, until: '2026-03-01' } : row)),
    };
    expect((await refusal(town.decide(id, 'decision', people.regent))).code).toBe('workflow.authority-denied');
  });
});

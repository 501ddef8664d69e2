import { openTown, people, refusal } from './town.js';

const atDecision = async () => {
  const town = await openTown();
  const id = await town.drafted();
  await town.broughtTo(id, 'decision');
  const view = await town.proposals.view(id, people.regent, town.clock.at);
  return { town, id, seen: view.seen['decision'] ?? {} };
};

describe('a decision bound to what was seen', () => {
  it('records dossier, definition, rules, calendar and authority as they stood on the screen', async () => {
    const { town, id, seen } = await atDecision();
    expect(Object.keys(seen).sort()).toEqual(['authority', 'calendar', 'definition', 'dossier', 'rules']);
    await town.decide(id, 'decision', people.regent, { seen });
    expect((await town.typesOf('DecisionMade')).at(-1)?.data).toMatchObject({ seen });
  });

  it('is refused where the calendar has changed meanwhile, and says so', async () => {
    const { town, id, seen } = await atDecision();
    town.facts.days = { ...town.facts.days, version: 'another' };
    expect(await refusal(town.decide(id, 'decision', people.regent, { seen }))).toMatchObject({
      code: 'workflow.seen-changed',
      facts: { changed: ['calendar'], changedId: 'kalender kerja' },
    });
  });

  it('is refused where the row has changed by which he decides', async () => {
    const { town, id, seen } = await atDecision();
    const { matrix } = town.facts;
    town.facts.matrix = matrix && {
      ...matrix,
      version: 'v2',
      rows: matrix.rows.map((row) => ({ ...row, hash: `${row.hash}!` })),
    };
    expect((await refusal(town.decide(id, 'decision', people.regent, { seen }))).facts['changed']).toEqual(['authority']);
  });

  it('is refused where another list was on the screen', async () => {
    const { town, id, seen } = await atDecision();
    const stale = { ...seen, dossier: 'of-another-list', rules: 'older' };
    expect((await refusal(town.decide(id, 'decision', people.regent, { seen: stale }))).facts['changed']).toEqual([
      'dossier',
      'rules',
    ]);
    await town.decide(id, 'decision', people.regent, { seen });
    expect(await town.stateOf(id)).toMatchObject({ status: 'closed', outcome: 'approved' });
  });
});

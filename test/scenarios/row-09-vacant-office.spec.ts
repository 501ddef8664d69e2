import type { VacancyPolicy } from '@app/workflow';
import { held, openTown, people, refusal, rotation } from './town.js';

const withPolicy = (vacancy: VacancyPolicy) => ({
  ...rotation,
  stages: rotation.stages.map((stage) => (stage.key === 'acceptance' ? { ...stage, vacancy } : stage)),
});
const codesOf = async (town: Awaited<ReturnType<typeof openTown>>, person: string) =>
  (await town.noticesOf(person)).map(({ code }) => code).filter((code) => code.startsWith('stage-'));

describe('a vacant office', () => {
  it('waits, and whoever is named is told once for each opening', async () => {
    const town = await openTown(withPolicy({ policy: 'wait', alert: 'SECRETARY' }));
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [] };
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    await town.settle();
    await town.lookForVacancies();
    await town.lookForVacancies();
    expect(await town.typesOf('VacancyFound')).toMatchObject([
      { data: { stage: 'acceptance', role: 'DEST_HEAD', policy: 'wait', alerted: [people.secretary] } },
    ]);
    expect(await codesOf(town, people.secretary)).toEqual(['stage-vacant']);
    const view = await town.proposals.view(id, people.originHead, town.clock.at);
    expect(view.vacancies).toMatchObject([
      { stage: 'acceptance', policy: 'wait', by: 'SECRETARY', alerted: [{ id: people.secretary }] },
    ]);
  });

  it('is found as well where its holder leaves while the case waits for him', async () => {
    const town = await openTown(withPolicy({ policy: 'wait', alert: 'SECRETARY' }));
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    await town.settle();
    await town.lookForVacancies();
    expect(await town.typesOf('VacancyFound')).toEqual([]);
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [] };
    await town.lookForVacancies();
    expect(await codesOf(town, people.secretary)).toEqual(['stage-vacant']);
  });

  it.each(['superior', 'rescuer'] as const)('is acted for by the %s, recorded as such', async (policy) => {
    const town = await openTown(withPolicy({ policy, role: 'SECRETARY' }));
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    expect((await refusal(town.decide(id, 'acceptance', people.secretary))).code).toBe('workflow.not-an-actor');
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [] };
    await town.lookForVacancies();
    expect(await codesOf(town, people.secretary)).toEqual(['stage-instead']);
    await town.decide(id, 'acceptance', people.secretary);
    expect((await town.typesOf('DecisionMade')).at(-1)?.data).toMatchObject({
      by: { by: people.secretary, role: 'SECRETARY', inPlaceOf: 'DEST_HEAD', vacancy: policy },
    });
    expect(await town.stateOf(id)).toMatchObject({ open: [{ stage: 'consent' }] });
  });

  it('is told of to HR where the definition names nobody', async () => {
    const town = await openTown();
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [] };
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    await town.settle();
    expect(await codesOf(town, people.officer)).toEqual(['stage-vacant']);
  });

  it('is one as well whose only holder may not act here: he is not told that it waits for him, and HR is told', async () => {
    const town = await openTown({ ...rotation, oncePerCase: true });
    town.facts.holders = { ...town.facts.holders, HR_OFFICER: [held('hr-officer', people.destHead)] };
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    await town.decide(id, 'acceptance', people.destHead);
    await town.decide(id, 'consent', people.sari);
    await town.settle();
    expect(await town.typesOf('VacancyFound')).toMatchObject([{ data: { stage: 'verification', role: 'HR_OFFICER' } }]);
    expect(await codesOf(town, people.hrHead)).toEqual(['stage-vacant']);
    expect((await town.noticesOf(people.destHead)).filter(({ code }) => code === 'stage-opened')).toHaveLength(1);
  });
});

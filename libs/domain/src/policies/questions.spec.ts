import { rotation } from '../mutation/testing/rotation.js';
import { people } from '../mutation/testing/small-town.js';
import { openWorld } from './testing/world.js';

/** The head of the agency of destination may ask; an answer is due within two working days. */
const asking = {
  ...rotation,
  stages: rotation.stages.map((stage) =>
    stage.key === 'acceptance'
      ? {
          ...stage,
          verbs: {
            ...stage.verbs,
            ask: { deadline: { workingDays: 2, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'HR_HEAD' }] } },
          },
        }
      : stage,
  ),
};

type World = Awaited<ReturnType<typeof openWorld>>;

const asked = async (of = 'submission') => {
  const world = await openWorld(asking);
  const id = await world.drafted();
  await world.proposals.submit(id, world.as(people.originHead));
  await world.settle();
  const question = { stage: 'acceptance', question: 'Apa alasannya?', of };
  await world.proposals.act(id, { type: 'Ask', data: question }, world.as(people.destHead));
  await world.settle();
  return { world, id };
};
const told = async (world: World, who: string) =>
  (await world.noticesOf(who)).map(({ code }) => code).filter((code) => code.startsWith('question-'));
const answer = (world: World, id: string) =>
  world.proposals.act(
    id,
    { type: 'Answer', data: { stage: 'acceptance', answer: 'Kebutuhan dinas' } },
    world.as(people.originHead),
  );

describe('whoever is asked for information', () => {
  it('is told so, and until when', async () => {
    const { world } = await asked();
    expect(await told(world, people.originHead)).toEqual(['question-asked']);
    expect((await world.noticesOf(people.originHead)).find(({ code }) => code === 'question-asked')?.facts).toMatchObject({
      dueOn: '2026-03-04',
    });
  });

  it('is reminded before the day and after it; then whoever asked hears of it, and the office above', async () => {
    const { world } = await asked();
    await world.until('2026-03-04T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['question-asked', 'question-before']);
    await world.until('2026-03-06T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['question-asked', 'question-before', 'question-after']);
    expect(await told(world, people.destHead)).toEqual(['question-overdue']);
    expect(await told(world, people.hrHead)).toEqual(['question-escalation']);
  });

  it('has it in the list of what falls due, while the clock of the stage stands still', async () => {
    const { world } = await asked();
    expect([...(await world.due()).values()].flatMap(({ pending }) => pending.map(({ code }) => code))).toEqual([
      'question/before-1',
      'question/after-1',
      'question/escalation-2',
      'question/deadline',
    ]);
  });

  it('is left alone once he has answered, and whoever asked can go on', async () => {
    const { world, id } = await asked();
    await answer(world, id);
    await world.settle();
    expect(await told(world, people.destHead)).toEqual(['question-answered']);
    const pending = [...(await world.due()).values()].flatMap((row) => row.pending.map(({ code }) => code));
    expect(pending.filter((code) => code.startsWith('question/'))).toEqual([]);
    expect(pending).toContain('deadline');
    await world.until('2026-03-09T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['question-asked']);
  });

  it('is told that it needs no answer once it is decided without him, and left alone', async () => {
    const { world, id } = await asked();
    await world.approve(id, 'acceptance', people.destHead);
    await world.until('2026-03-06T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['question-asked', 'question-lapsed']);
    expect(await world.typesOf('InformationLapsed')).toMatchObject([{ data: { stage: 'acceptance', by: people.destHead } }]);
  });

  it('is not told so where he himself takes the case back', async () => {
    const { world, id } = await asked();
    await world.proposals.withdraw(id, { reason: 'batal' }, world.as(people.originHead));
    await world.settle();
    expect(await told(world, people.originHead)).toEqual(['question-asked']);
    expect(await world.typesOf('InformationLapsed')).toHaveLength(1);
  });

  it('is reminded after a restart as well, once', async () => {
    const { world } = await asked();
    await world.restart();
    await world.until('2026-03-05T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['question-asked', 'question-before', 'question-after']);
  });
});

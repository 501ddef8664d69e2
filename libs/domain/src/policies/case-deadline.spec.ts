import { rotation } from '../mutation/testing/rotation.js';
import { people } from '../mutation/testing/small-town.js';
import { openWorld } from './testing/world.js';

/** To be decided within four working days as a whole: by Friday, 6 March. */
const hurried = {
  ...rotation,
  deadline: { workingDays: 4, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'SECRETARY' }] },
};

type World = Awaited<ReturnType<typeof openWorld>>;

const submitted = async () => {
  const world = await openWorld(hurried);
  const id = await world.drafted();
  await world.proposals.submit(id, world.as(people.originHead));
  await world.settle();
  return { world, id };
};
const told = async (world: World, who: string) =>
  (await world.noticesOf(who)).map(({ code }) => code).filter((code) => code.startsWith('case-'));
const pending = async (world: World) =>
  [...(await world.due()).entries()].flatMap(([key, row]) => (key.endsWith('#case') ? row.pending.map(({ code }) => code) : []));

describe('the deadline of a case as a whole', () => {
  it('reminds whoever the case waits for, and tells the proposer and others once it has passed', async () => {
    const { world, id } = await submitted();
    await world.approve(id, 'acceptance', people.destHead);
    await world.settle();
    await world.until('2026-03-05T02:00:00.000Z');
    expect(await told(world, people.sari)).toEqual(['case-before']);
    expect(await told(world, people.destHead)).toEqual([]);
    await world.until('2026-03-10T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['case-overdue']);
    expect(await told(world, people.officer)).toContain('case-overdue');
    expect(await told(world, people.secretary)).toEqual(['case-escalation']);
  });

  it('is in the list of what falls due, through every stage, and out of it once the case has ended', async () => {
    const { world, id } = await submitted();
    const all = ['case/before-1', 'case/after-1', 'case/escalation-2', 'case/deadline'];
    expect(await pending(world)).toEqual(all);
    await world.approve(id, 'acceptance', people.destHead);
    expect(await pending(world)).toEqual(all);
    await world.proposals.withdraw(id, { reason: 'batal' }, world.as(people.originHead));
    expect(await pending(world)).toEqual([]);
    await world.until('2026-03-12T02:00:00.000Z');
    expect(await told(world, people.officer)).toEqual([]);
  });

  it('asks nothing of anybody while the case is with its proposer', async () => {
    const { world, id } = await submitted();
    const back = { stage: 'acceptance', verdict: 'return', reason: 'lengkapi' } as const;
    await world.proposals.decide(id, back, world.as(people.destHead));
    await world.settle();
    expect(await pending(world)).toEqual([]);
    await world.until('2026-03-09T02:00:00.000Z');
    expect(await told(world, people.originHead)).toEqual(['case-returned']);
    await world.proposals.submit(id, world.as(people.originHead));
    await world.settle();
    expect((await world.proposals.load(id)).state.workflow).toMatchObject({
      clock: { originalDueOn: '2026-03-06', schedule: { dueOn: '2026-03-13' } },
    });
    expect(await pending(world)).toEqual(['case/before-1', 'case/after-1', 'case/escalation-2', 'case/deadline']);
  });
});

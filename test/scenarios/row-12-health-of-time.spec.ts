import { publishInForce } from '@app/domain/definitions';
import { openTown, people, rotation } from './town.js';

const submitted = async (definition = rotation) => {
  const town = await openTown(definition);
  const { days, matrix } = town.facts;
  const publish = async (calendar = days) => {
    town.facts.days = calendar;
    if (matrix) await publishInForce(town.transactor, 'kepahiang', { calendar, authority: matrix }, town.businessClock.now());
    await town.settle();
  };
  await publish();
  const id = await town.drafted();
  await town.proposals.submit(id, town.as(people.originHead));
  await town.settle();
  return { town, id, publish };
};
const holiday = (version: string, ...holidays: string[]) => ({ version, zone: 'Asia/Jakarta', weekend: [6, 7], holidays });

describe('the health of time', () => {
  it('moves open deadlines when another calendar is published, and keeps both days', async () => {
    const { town, id, publish } = await submitted();
    expect(await town.stateOf(id)).toMatchObject({ open: [{ schedule: { dueOn: '2026-03-09' } }] });
    await publish(holiday('v2', '2026-03-05', '2026-03-06'));
    expect(await town.typesOf('DeadlinesReplanned')).toMatchObject([
      { data: { stage: 'acceptance', from: { dueOn: '2026-03-09' }, to: { dueOn: '2026-03-11' }, calendar: 'v2' } },
    ]);
    expect(await town.stateOf(id)).toMatchObject({ open: [{ schedule: { dueOn: '2026-03-11' }, originalDueOn: '2026-03-09' }] });
    expect((await town.noticesOf(people.destHead)).map(({ code }) => code)).toContain('stage-replanned');
  });

  it('moves them once, however often it is asked, and fires by the new day alone', async () => {
    const { town, publish } = await submitted();
    await publish(holiday('v2', '2026-03-05', '2026-03-06'));
    await publish(holiday('v2', '2026-03-05', '2026-03-06'));
    await town.until('2026-03-10T18:00:00.000Z');
    expect(await town.typesOf('DeadlinePassed')).toEqual([]);
    await town.until('2026-03-11T18:00:00.000Z');
    expect(await town.typesOf('DeadlinePassed')).toHaveLength(1);
    expect(await town.typesOf('DeadlinesReplanned')).toHaveLength(1);
  });

  it('loses nothing of it in a restart', async () => {
    const { town, publish } = await submitted();
    await publish(holiday('v2', '2026-03-05', '2026-03-06'));
    await town.restart();
    await town.until('2026-03-12T18:00:00.000Z');
    expect((await town.typesOf('ReminderFellDue', 'DeadlinePassed')).map(({ type }) => type)).toEqual([
      'ReminderFellDue',
      'DeadlinePassed',
      'ReminderFellDue',
    ]);
  });

  it('tells again and again until it is done, where the definition says so', async () => {
    const insisting = {
      ...rotation,
      stages: rotation.stages.map((stage) =>
        stage.key === 'acceptance' && stage.deadline
          ? {
              ...stage,
              deadline: {
                ...stage.deadline,
                reminders: [],
                escalations: [{ workingDays: 1, to: 'SECRETARY', repeatEvery: 2, times: 3 }],
              },
            }
          : stage,
      ),
    };
    const { town, id } = await submitted(insisting);
    await town.until('2026-03-13T02:00:00.000Z');
    expect((await town.typesOf('ReminderFellDue')).map(({ data }) => data)).toMatchObject([
      { code: 'escalation-1', to: 'SECRETARY' },
      { code: 'escalation-1x1' },
    ]);
    await town.decide(id, 'acceptance', people.destHead);
    await town.until('2026-03-25T02:00:00.000Z');
    expect((await town.typesOf('ReminderFellDue')).filter(({ data }) => Object(data).stage === 'acceptance')).toHaveLength(2);
  });
});

import { rotation } from '../mutation/testing/rotation.js';
import { people } from '../mutation/testing/small-town.js';
import { openWorld } from './testing/world.js';

/** The team considers, and the regent decides. */
const short = { ...rotation, stages: rotation.stages.filter(({ key }) => key === 'tpk' || key === 'decision') };
const next = {
  ...short,
  version: short.version + 1,
  stages: short.stages.map((stage) => (stage.key === 'tpk' ? { ...stage, key: 'team' } : stage)),
};

describe('a panel that goes on under another version', () => {
  it('is opened anew to those of it who have not voted', async () => {
    const world = await openWorld(short);
    const id = await world.drafted();
    await world.proposals.submit(id, world.as(people.originHead));
    const [first = '', second = ''] = people.tpk;
    await world.approve(id, 'tpk', first);
    await world.settle();
    const order = { definition: next, definitionHash: 'hash-of-next', mapping: { tpk: 'team' }, timers: 'keep' } as const;
    await world.proposals.migrate(id, { ...order, orderedBy: 'admin', reason: 'edaran' }, world.as('system:migration'));
    await world.settle();
    const opened = async (who: string) => (await world.noticesOf(who)).filter(({ code }) => code === 'stage-opened').length;
    expect([await opened(first), await opened(second)]).toEqual([1, 2]);
  });
});

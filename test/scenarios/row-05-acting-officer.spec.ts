import { Offices } from '@app/domain/identity';
import { held, openTown, people, refusal } from './town.js';

const office = 'head:tujuan';
const at = '2026-03-02T02:00:00.000Z';

describe('an acting officer, bound to the office by a letter with a start and an end', () => {
  it('is named for three months and extended once; the refusal names the law', async () => {
    const town = await openTown();
    const offices = new Offices(town.transactor, 'kepahiang');
    const name = (id: string, from: string, until: string) =>
      offices.execute(
        { type: 'NameSubstitute', data: { office, id, person: 'plt', kind: 'acting', from, until, letter: 'SP/1', at } },
        town.as('hr').meta,
      );
    expect(await refusal(name('0', '2026-03-01', '2026-06-30'))).toMatchObject({
      code: 'identity.acting-term-too-long',
      facts: { months: 3, basis: expect.stringContaining('UU 30/2014') },
    });
    await name('1', '2026-03-01', '2026-05-31');
    await name('2', '2026-06-01', '2026-08-31');
    expect((await refusal(name('3', '2026-09-01', '2026-09-30'))).code).toBe('identity.acting-terms-exhausted');
  });

  it('acts on what was pending before he was named, and both names are kept', async () => {
    const town = await openTown();
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    const delegate = held(office, 'wakil', { kind: 'delegate', letter: 'SK/9', onBehalfOf: people.destHead });
    town.facts.holders = { ...town.facts.holders, DEST_HEAD: [held(office, people.destHead), delegate] };
    expect((await town.proposals.view(id, 'wakil', town.clock.at)).mayAct).toMatchObject([
      { person: { id: people.destHead } },
      { person: { id: 'wakil' }, kind: 'delegate', onBehalfOf: { id: people.destHead } },
    ]);
    await town.decide(id, 'acceptance', 'wakil');
    expect((await town.typesOf('DecisionMade')).at(-1)?.data).toMatchObject({
      by: { by: 'wakil', onBehalfOf: people.destHead, kind: 'delegate', letter: 'SK/9', authorityRow: 'delegate-routine' },
    });
  });

  it('acts no longer once his letter has ended', async () => {
    const town = await openTown();
    const id = await town.drafted();
    await town.proposals.submit(id, town.as(people.originHead));
    expect((await refusal(town.decide(id, 'acceptance', 'wakil'))).code).toBe('workflow.not-an-actor');
  });
});

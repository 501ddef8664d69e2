import { project } from '@app/event-store';
import { type AssignmentRow, projections } from '@app/domain/staffing';
import { statusOf } from '@app/domain/mutation';
import { openTown, people, refusal } from './town.js';

/** Approved on 2 March, with effect from 1 April. */
const decreed = async () => {
  const town = await openTown();
  const id = await town.approved();
  await town.proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-04-01' }, town.as(people.officer));
  await town.settle();
  const assignments = projections.find(({ name }) => name === 'staffing_assignments');
  if (!assignments) throw new Error('no assignments');
  /** Who holds the post on a day, and by which case, as the position map reads it. */
  const holderOn = async (post: string, day: string) => {
    const rows = [...project<AssignmentRow>(assignments as never, await town.events()).values()];
    return rows
      .filter((row) => row.post === post && row.from_day <= day && (row.until_day === null || day <= row.until_day))
      .map(({ person, case_id }) => [person, case_id]);
  };
  const status = async () => statusOf((await town.proposals.load(id)).state);
  return { town, id, holderOn, status };
};

describe('a future effective date as part of the decision', () => {
  it('leaves everything as it is until the day, and moves the person on it', async () => {
    const { town, id, holderOn, status } = await decreed();
    await town.jumpTo('2026-03-31T16:59:59.000Z');
    expect(await status()).toBe('decreed');
    expect(await holderOn('post-new', '2026-03-31')).toEqual([]);
    await town.jumpTo('2026-03-31T17:00:00.000Z');
    expect(await status()).toBe('effective');
    expect(await holderOn('post-new', '2026-04-01')).toEqual([[people.sari, id]]);
  });

  it('answers for any day afterwards: who held which post, by which case', async () => {
    const { town, id, holderOn } = await decreed();
    await town.jumpTo('2026-07-01T00:00:00.000Z');
    expect(await holderOn('post-old', '2026-03-12')).toEqual([[people.sari, null]]);
    expect(await holderOn('post-old', '2026-04-01')).toEqual([]);
    expect(await holderOn('post-new', '2026-03-12')).toEqual([]);
    expect(await holderOn('post-new', '2026-07-01')).toEqual([[people.sari, id]]);
  });

  it('can be taken back before the day, and never after it', async () => {
    const { town, id, holderOn, status } = await decreed();
    await town.proposals.rescind(id, { reason: 'keliru jabatan' }, town.as(people.regent));
    await town.jumpTo('2026-04-10T00:00:00.000Z');
    expect(await status()).toBe('rescinded');
    expect(await holderOn('post-old', '2026-04-10')).toEqual([[people.sari, null]]);

    const other = await decreed();
    await other.town.jumpTo('2026-04-10T00:00:00.000Z');
    expect(
      (await refusal(other.town.proposals.rescind(other.id, { reason: 'terlambat' }, other.town.as(people.regent)))).kind,
    ).toBe('conflict');
    expect(await other.status()).toBe('effective');
  });

  it('is corrected by a new decree after the wrong one was taken back, whose number stays void', async () => {
    const { town, id, holderOn } = await decreed();
    await town.proposals.rescind(id, { reason: 'keliru TMT' }, town.as(people.regent));
    await town.settle();
    const again = await town.approved();
    await town.proposals.decree(again, { date: '2026-03-02', effectiveDate: '2026-05-01' }, town.as(people.officer));
    await town.jumpTo('2026-05-02T00:00:00.000Z');
    const numbers = (await town.typesOf('DecreeNumbered')).map(({ data }) => String(Object(data).number));
    expect(new Set(numbers).size).toBe(2);
    expect(await town.typesOf('DecreeNumberVoided')).toHaveLength(1);
    expect(await holderOn('post-new', '2026-04-15')).toEqual([]);
    expect(await holderOn('post-new', '2026-05-01')).toEqual([[people.sari, again]]);
  });
});

import type { ProjectionStatus } from '@app/event-store';
import { seenByReaders } from './watch-lag.js';

describe('of a read model that is being made again', () => {
  const of = (name: string, generation: number, state: ProjectionStatus['state'], checkpoint: string): ProjectionStatus => ({
    ...{ name, generation, state, checkpoint },
    version: 1,
  });

  it('the generation that readers see counts, and not the one under way, also where that has stopped', () => {
    const inbox = of('case_inbox', 3, 'live', '900');
    const stopped = of('notices', 1, 'stopped', '10');
    expect(seenByReaders([inbox, of('case_inbox', 4, 'building', '7'), stopped])).toEqual([inbox, stopped]);
    expect(seenByReaders([of('case_inbox', 4, 'stopped', '7'), inbox])).toEqual([inbox]);
  });

  it('one that is made for the first time counts once it is there', () => {
    expect(seenByReaders([of('case_list', 0, 'building', '5')])).toEqual([]);
  });
});

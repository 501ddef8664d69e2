import { Codec, project, type Recorded } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { MemoryPolicies } from '@app/event-store/adapters/memory-policies';
import { BusinessClock, type DueInstant, DueInstants, Sweeper } from '@app/scheduling';
import { MemoryTimers } from '@app/scheduling/adapters/memory';
import type { Definition } from '@app/workflow';
import { type ReviewRow, reviews } from '@app/domain/audit';
import { type Letter, type NoticeRow, notices } from '@app/domain/notification';
import { type ObligationRow, obligations } from '@app/domain/obligations';
import { person, streamOf } from '@app/domain/staffing';
import { openDesk } from '../../mutation/testing/desk.js';
import { people } from '../../mutation/testing/small-town.js';
import { policies } from '../catalogue.js';
import type { PolicyDeps } from '../deps.js';
import { dispatch } from '../dispatch.js';
import { VacancyWatch } from '../vacancies.js';
import { inbox, type InboxRow } from '../desk/inbox.js';
import { type DueInstantRow, dueInstants } from '../due-instants.js';
import { ZONE } from '../zone.js';
import { depsOf } from './deps.js';

const tenant = 'kepahiang';
const START = '2026-03-02T02:00:00.000Z';

/** A small town with everything that follows from a transfer, over memory, its clock turned by hand. */
export const openWorld = async (definition?: Definition) => {
  const desk = openDesk(undefined, undefined, definition);
  const codec = new Codec(new MemoryKeyVault());
  const timers = new MemoryTimers(Date.parse(START));
  const clock = new BusinessClock(ZONE, timers.now);
  const letters: Letter[] = [];
  const { transactor, store } = desk;

  const deps = depsOf(desk, clock, letters, undefined, async () => [...(await due()).keys()]);
  const reacting = new MemoryPolicies<PolicyDeps>({ store, codec, policies, deps });

  const events = async (): Promise<readonly Recorded[]> => {
    const all: Recorded[] = [];
    for await (const batch of store.readAll()) all.push(...batch);
    return codec.decode(all);
  };
  const due = async () => project<DueInstantRow>(dueInstants, await events());

  class Due extends DueInstants {
    override async due(until: string): Promise<readonly DueInstant[]> {
      const rows = [...(await due())].map(([id, { next_at }]) => ({ id, at: next_at }));
      return rows.filter(({ at }) => at <= until).sort((a, b) => a.at.localeCompare(b.at));
    }
  }
  /** As after a restart: nothing is remembered but what is recorded. */
  const sweeper = () => {
    const made = new Sweeper({
      timers,
      clock,
      instants: new Due(),
      real: timers.now,
      fire: dispatch(deps, { one: async (key) => (await due()).get(key) }),
      onError: (error) => {
        throw error;
      },
    });
    timers.onDue((timer) => made.fire(timer));
    return made;
  };
  let sweeping = sweeper();

  /** Sends what is due, and lets everything follow from it, until nothing more happens. */
  const settle = async () => {
    for (let before = -1, now = 0; before !== now; now = (await events()).length) {
      before = now;
      await reacting.settle();
      await sweeping.sweep();
      await timers.fireDue();
      desk.clock.at = clock.now();
    }
  };

  return {
    ...desk,
    deps,
    timers,
    businessClock: clock,
    letters,
    events,
    due,
    settle,
    /** Real time goes by, a day at a time, as a sweeper would see it. */
    until: async (instant: string) => {
      while (clock.now() < instant) {
        await timers.advance(Math.min(12 * 3_600_000, Date.parse(instant) - Date.parse(clock.now())));
        await settle();
      }
    },
    /** The demo clock is moved forward in one jump. */
    /** As the watch for vacancies does from time to time. */
    lookForVacancies: async () => {
      const rows = [...project<InboxRow>(inbox, await events()).values()];
      const watch = new VacancyWatch(deps);
      await watch.sweep(rows.map(({ case_id: id, waits }) => ({ kind: 'mutation' as const, id, waits })));
      await settle();
    },
    jumpTo: async (instant: string) => {
      clock.follow(Date.parse(instant) - timers.now());
      await settle();
    },
    restart: async () => {
      await timers.clear();
      sweeping = sweeper();
    },
    noticesOf: async (id: string) => [...project<NoticeRow>(notices, await events()).values()].filter((row) => row.person === id),
    reviewRows: async () => [...project<ReviewRow>(reviews, await events()).values()],
    obligationRows: async () => [...project<ObligationRow>(obligations, await events()).values()],
    typesOf: async (...types: readonly string[]) => (await events()).filter(({ type }) => types.includes(type)),
    registerSari: () =>
      transactor.transact(
        streamOf.person(tenant, people.sari),
        person,
        {
          type: 'RecordPerson',
          data: {
            id: people.sari,
            personal: { name: 'Sari', nip: '198001012005012001', birthDate: '1980-01-01', gender: 'F' },
            career: { employeeType: 'PNS', status: 'active' },
            placement: {
              assignment: 'assignment-1',
              post: 'post-old',
              unit: 'unit-asal',
              agency: 'asal',
              from: '2022-06-01',
              inaugurated: null,
              decree: null,
            },
            at: START,
          },
        },
        desk.as('system:import').meta,
      ),
  };
};

import { randomUUID } from 'node:crypto';
import { Codec, project } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { MemoryPolicies } from '@app/event-store/adapters/memory-policies';
import { BusinessClock } from '@app/scheduling';
import { MemoryTimers } from '@app/scheduling/adapters/memory';
import { Cases, type Step } from '@app/domain/cases';
import type { Loaded } from '@app/domain/definitions';
import { type Letter, type NoticeRow, notices } from '@app/domain/notification';
import type { Definition } from '@app/workflow';
import { openDesk } from '../../mutation/testing/desk.js';
import { bookOf, PublishedBlueprints } from '../blueprints.js';
import { policies } from '../catalogue.js';
import type { PolicyDeps } from '../deps.js';
import { personalFields } from '../personal-fields.js';
import { ZONE } from '../zone.js';
import { depsOf } from './deps.js';
import { SmallOffice, staff } from './office.js';

const START = '2026-03-02T02:00:00.000Z';

/** A small office where everybody is employed. */
export class BusyOffice extends SmallOffice {
  kin: Readonly<Record<string, readonly string[]>> = {};

  override async isEmployed(): Promise<boolean> {
    return true;
  }

  override async kinOf(person: string): Promise<readonly string[]> {
    return this.kin[person] ?? [];
  }
}

/** A counter for cases of one definition, with everything that follows from them, over memory. For specifications. */
export const openCounter = async (definition: Definition) => {
  const office = new BusyOffice();
  const vault = new MemoryKeyVault();
  const store = new MemoryEventStore();
  const codec = new Codec(vault, { personalFields });
  const timers = new MemoryTimers(Date.parse(START));
  const clock = new BusinessClock(ZONE, timers.now);
  const letters: Letter[] = [];
  const loaded: Loaded = { definition, hash: definition.id, dossier: { type: 'object', properties: {} } };
  const desk = openDesk(store, codec);
  const blueprints = new PublishedBlueprints(bookOf([loaded]));
  const cases = new Cases({ transactor: desk.transactor, surroundings: office, blueprints, tenant: 'kepahiang' });
  const deps = { ...depsOf(desk, clock, letters, office), otherCases: cases };
  const reacting = new MemoryPolicies<PolicyDeps>({ store, codec, policies, deps });

  const events = async () => {
    const all = [];
    for await (const batch of store.readAll()) all.push(...batch);
    return { stored: all, clear: await codec.decode(all) };
  };
  const as = (actor: string) => {
    const commandId = randomUUID();
    return { meta: { actor, at: clock.now(), commandId, correlationId: commandId, causationId: commandId, tenant: 'kepahiang' } };
  };

  return {
    office,
    vault,
    cases,
    as,
    events,
    settle: () => reacting.settle(),
    act: (id: string, by: string, step: Step) => cases.act(id, step, as(by)),
    /** A case of Sari's, submitted; of a batch with a line for each of these people. */
    begin: async (...subjects: readonly string[]): Promise<string> => {
      const id = randomUUID();
      const lines = subjects.length > 0 ? { lines: subjects.map((subject) => ({ subject })) } : {};
      await cases.draft(id, { definition: definition.id, subject: staff.sari, dossier: {}, ...lines }, as(staff.sari));
      await cases.submit(id, as(staff.sari));
      return id;
    },
    told: async (person: string): Promise<readonly NoticeRow[]> =>
      [...project<NoticeRow>(notices, (await events()).clear).values()].filter((row) => row.person === person),
  };
};

import { randomUUID } from 'node:crypto';
import { Codec, openTransactor, type Recorded, SharedLog } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { People, person, type PersonEvent, streamOf } from '@app/domain/staffing';
import { personalFields } from '@app/domain/policies';
import { eventually } from '../../../test/support/eventually.js';
import { Forgetting } from './forgetting.js';

const tenant = 'kepahiang';
const at = '2026-11-24T02:00:00Z';
const metaOf = () => {
  const commandId = randomUUID();
  return { actor: 'system:test', commandId, correlationId: commandId, causationId: commandId, at, tenant };
};

/** Processes on one log and one table of keys. */
const openTown = async () => {
  const store = new MemoryEventStore();
  const keys = new Map<string, Uint8Array | 'forgotten'>();
  const process = () => {
    const vault = new MemoryKeyVault(undefined, keys);
    const codec = new Codec(vault, { personalFields });
    const forgetting = new Forgetting(vault);
    const transactor = openTransactor({ store, codec });
    forgetting.remembers(() => transactor.forgetStates());
    return {
      vault,
      forgetting,
      transactor,
      people: new People(transactor, tenant),
      log: new SharedLog(store, codec, forgetting.learn),
    };
  };
  const first = process();
  const id = randomUUID();
  const personal = { name: 'Rina', nip: '198001012005012001', birthDate: '1980-01-01', gender: 'F' } as const;
  const career = { employeeType: 'PNS', status: 'retired' } as const;
  await first.people.execute({ type: 'RecordPerson', data: { id, personal, career, at } }, metaOf());
  const forget = () =>
    first.people.execute(
      { type: 'ForgetPerson', data: { id, reason: 'Permohonan', by: 'admin', retention: { years: 0, source: 'JRA' }, at } },
      metaOf(),
    );
  return { store, keys, process, id, forget };
};

const nameIn = (events: readonly Recorded[]): unknown =>
  events.flatMap((event) => {
    const { type, data } = event as Recorded<PersonEvent>; // nothing else is in this log
    return type === 'PersonRegistered' ? [data.personal] : [];
  })[0];

describe('a process that learns that somebody was forgotten', () => {
  it('destroys his key before it hands out what was written of him', async () => {
    const { process, forget, keys, id } = await openTown();
    await forget();
    expect(keys.get(id)).not.toBe('forgotten');
    const read: Recorded[] = [];
    for await (const batch of process().log.readAll(undefined)) read.push(...batch);
    expect(keys.get(id)).toBe('forgotten');
    expect(nameIn(read)).toBeNull();
  });

  it('does so, and empties its memory, though it reads nothing of the log itself', async () => {
    const { store, process, forget, keys, id } = await openTown();
    const other = process();
    let emptied = 0;
    other.forgetting.remembers(() => (emptied += 1));
    const stream = streamOf.person(tenant, id);
    expect((await other.transactor.load(stream, person)).state).toMatchObject({ personal: { name: 'Rina' } });
    const following = await other.forgetting.follow(store, (error) => {
      throw error;
    });
    expect(emptied).toBe(0);
    await forget();
    await eventually(
      async () => emptied,
      (times) => times > 0,
    );
    expect(keys.get(id)).toBe('forgotten');
    expect((await other.transactor.load(stream, person)).state).toMatchObject({ personal: null, forgotten: 'ordered' });
    await following.close();
    await store.close();
  });

  it('empties it once more when every copy is gone, and not for what it knows', async () => {
    const { store, process, forget } = await openTown();
    const { forgetting } = process();
    const all = async () => {
      const events: Recorded[] = [];
      for await (const batch of store.readAll()) events.push(...batch);
      return events;
    };
    await forget();
    let emptied = 0;
    forgetting.remembers(() => (emptied += 1));
    await forgetting.learn(await all());
    const once = emptied;
    expect(once).toBeGreaterThan(0);
    await forgetting.learn(await all());
    expect(emptied).toBe(once);
    const [last] = (await all()).slice(-1);
    if (last) await forgetting.learn([{ ...last, id: randomUUID(), type: 'PersonalDataErased' }]);
    expect(emptied).toBe(once + 1);
  });
});

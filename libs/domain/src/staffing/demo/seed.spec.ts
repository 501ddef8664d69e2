import { Codec, openTransactor, type CommandMeta } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { filesInMemory } from '../import/files.js';
import { Importer } from '../import/importer.js';
import { seedDemo } from './seed.js';

it('the demo passes its own import, and is seeded once', async () => {
  const vault = new MemoryKeyVault();
  const transactor = openTransactor({ store: new MemoryEventStore(), codec: new Codec(vault) });
  const personId = (nip: string) => vault.pseudonym('person', nip);
  const predicates = { record: async () => 0, pending: async () => 0 };
  const importer = new Importer({ transactor, files: filesInMemory(), tenant: 'test', personId, predicates });
  const granted: string[] = [];
  const grant = async ({ office }: Readonly<{ office: string }>, { commandId }: CommandMeta) =>
    void granted.push(`${office} ${commandId}`);
  const seed = () =>
    seedDemo({ importer, tenant: 'test', personId, grant }, { year: 2026, small: true, at: '2026-11-24T02:00:00.000Z' });

  const first = await seed();
  expect(first.changes).toBeGreaterThan(1_000);
  expect(first.accounts.size).toBe(14);
  expect(granted).toHaveLength(8);

  expect(await seed()).toEqual({ ...first, changes: 0 });
  expect(new Set(granted).size).toBe(8);
}, 120_000);

import { join } from 'node:path';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { loadDefinitions } from './load.js';
import { publication } from './publication.js';
import { publishDefinitions } from './publish.js';

const folder = join(import.meta.dirname, '../../../../definitions');
const own = { 'internal-rotation': { proposerRole: 'string', ownRequest: 'boolean' } } as const;
const at = '2026-03-02T09:00:00.000Z';

const boot = async () => {
  const transactor = openTransactor({ store: new MemoryEventStore(), codec: new Codec(new MemoryKeyVault(), {}) });
  const loaded = await loadDefinitions(folder, { own });
  await publishDefinitions(transactor, 'kepahiang', loaded, at);
  const published = () => transactor.load('kepahiang.definition-internal-rotation', publication);
  return { transactor, loaded, published };
};

describe('a boot', () => {
  it('publishes what it finds', async () => {
    const { published, loaded } = await boot();
    expect(await published()).toMatchObject({
      revision: 0n,
      state: { versions: new Map([[1, { hash: loaded[0]?.hash, shipped: true, retired: false }]]) },
    });
  });

  it('publishes nothing that was published before', async () => {
    const { transactor, loaded, published } = await boot();
    await publishDefinitions(transactor, 'kepahiang', loaded, '2026-04-01T09:00:00.000Z');
    expect((await published()).revision).toBe(0n);
  });

  it('fails when a published version reads differently now', async () => {
    const { transactor, loaded } = await boot();
    const changed = loaded.map((each) => ({ ...each, hash: 'other' }));
    await expect(publishDefinitions(transactor, 'kepahiang', changed, at)).rejects.toMatchObject({ code: 'definitions.changed' });
  });
});

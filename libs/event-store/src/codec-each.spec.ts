import { Codec } from './codec.js';
import { MemoryKeyVault } from './adapters/memory-keys.js';
import type { Recorded } from './event-store.js';

const table = { personalFields: { Judged: ['why', { field: 'reasons', of: 'people' }] } } as const;
const judged = {
  type: 'Judged',
  data: { why: 'as a whole', reasons: { a: 'too young', b: 'too old', c: 'of nobody' }, people: { a: 'ani', b: 'budi' } },
};
const id = '0190c0de-0000-7000-8000-000000000001';

const written = async () => {
  const vault = new MemoryKeyVault();
  const codec = new Codec(vault, table);
  const key = await codec.keyToSeal([judged], 'sari');
  const data = codec.encode(judged, id, 'sari', key, await codec.keysOfOthers([judged]));
  const stored = JSON.parse(JSON.stringify(data)) as object; // as it comes out of a store
  const event = { id, type: 'Judged', version: 1, data: stored } as Recorded;
  /** As another process reads it. */
  const read = async (by = new Codec(vault, table)) => (await by.decode([event]))[0]?.data;
  return { vault, codec, data, stored, read };
};

describe('what is said of several people in one event', () => {
  it('is sealed for each of them, and reads back as it was', async () => {
    const { stored, read } = await written();
    for (const said of ['too young', 'too old', 'of nobody', 'as a whole']) expect(JSON.stringify(stored)).not.toContain(said);
    expect(stored).toMatchObject({ reasons: { a: { k: 'ani' }, b: { k: 'budi' }, c: { k: 'sari' } }, why: { k: 'sari' } });
    expect(await read()).toEqual(judged.data);
  });

  it('is forgotten with the one it is about, and no other', async () => {
    const { vault, read } = await written();
    await vault.forget('budi');
    expect(await read()).toMatchObject({ why: 'as a whole', reasons: { a: 'too young', b: null, c: 'of nobody' } });
    await vault.forget('sari');
    expect(await read()).toMatchObject({ why: null, reasons: { a: 'too young', b: null, c: null } });
  });

  it('is not kept of one who was forgotten before', async () => {
    const vault = new MemoryKeyVault();
    await vault.keyFor('budi');
    await vault.forget('budi');
    const codec = new Codec(vault, table);
    const others = await codec.keysOfOthers([judged]);
    expect(codec.encode(judged, id, 'sari', await vault.keyFor('sari'), others)).toMatchObject({ reasons: { b: null } });
  });

  it('cannot be moved to another entry', async () => {
    const { stored, vault } = await written();
    const { reasons } = stored as { reasons: Record<string, unknown> };
    const swapped = { ...stored, reasons: { ...reasons, b: reasons['a'] } };
    const event = { id, type: 'Judged', version: 1, data: swapped } as unknown as Recorded;
    await expect(new Codec(vault, table).decode([event])).rejects.toThrow();
  });

  it('reads back where it was sealed as a whole, as logs from before hold it', async () => {
    const { vault } = await written();
    const codec = new Codec(vault, { personalFields: { Judged: ['why', 'reasons'] } });
    const data = codec.encode(judged, id, 'sari', await vault.keyFor('sari'));
    const event = { id, type: 'Judged', version: 1, data } as unknown as Recorded;
    expect((await new Codec(vault, table).decode([event]))[0]?.data).toEqual(judged.data);
  });
});

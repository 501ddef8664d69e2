import { randomBytes, randomUUID } from 'node:crypto';
import type { KeyVault } from './keys.js';

/** A vault to be tested, and other openings of the same keys. */
export type OpenedVault = Readonly<{ open: (masterKey: Uint8Array) => Promise<KeyVault>; dispose: () => Promise<void> }>;

/** What every key vault promises. */
export const itKeepsKeys = (name: string, prepare: () => Promise<OpenedVault>): void =>
  describe(`${name} keeps keys`, () => {
    const masterKey = randomBytes(32);
    let opened!: OpenedVault;
    let vault!: KeyVault;
    beforeAll(async () => {
      opened = await prepare();
      vault = await opened.open(masterKey);
    });
    afterAll(() => opened.dispose());

    it('gives a person one key, whoever asks and however many at once', async () => {
      const [ana, budi] = [randomUUID(), randomUUID()];
      const other = await opened.open(masterKey);
      const keys = await Promise.all([vault.keyFor(ana), other.keyFor(ana), vault.keyFor(ana), vault.keyFor(budi)]);
      expect(keys[0]).toHaveLength(32);
      expect(keys[1]).toEqual(keys[0]);
      expect(keys[2]).toEqual(keys[0]);
      expect(keys[3]).not.toEqual(keys[0]);
      const found = await other.keysOf([ana, budi, randomUUID()]);
      expect([...found.keys()].sort()).toEqual([ana, budi].sort());
    });

    it('forgets a person for good', async () => {
      const ana = randomUUID();
      await vault.keyFor(ana);
      await vault.forget(ana);
      await vault.forget(ana);
      expect(await vault.keyFor(ana)).toBeUndefined();
      expect((await vault.keysOf([ana])).size).toBe(0);
    });

    it('forgets a person it never knew', async () => {
      const nobody = randomUUID();
      await vault.forget(nobody);
      expect(await vault.keyFor(nobody)).toBeUndefined();
    });

    it('takes over keys from elsewhere, as often as they come, and forgets whom the other side forgot', async () => {
      const [ana, budi, cici] = [randomUUID(), randomUUID(), randomUUID()];
      const key = randomBytes(32);
      await vault.keyFor(budi);
      await vault.forget(cici);
      const keys = new Map([
        [ana, key],
        [budi, undefined],
        [cici, randomBytes(32)],
      ]);
      await vault.keep(keys);
      await vault.keep(keys);
      const found = await (await opened.open(masterKey)).keysOf([ana, budi, cici]);
      expect([...found.keys()]).toEqual([ana]);
      expect(Buffer.from(found.get(ana) ?? [])).toEqual(key);
    });

    it('does not take over another key of somebody it has one of, nor any that come with it', async () => {
      const [ana, budi] = [randomUUID(), randomUUID()];
      const mine = await vault.keyFor(ana);
      await expect(
        vault.keep(
          new Map([
            [budi, randomBytes(32)],
            [ana, randomBytes(32)],
          ]),
        ),
      ).rejects.toThrow(ana);
      const found = await vault.keysOf([ana, budi]);
      expect([...found.keys()]).toEqual([ana]);
      expect(found.get(ana)).toEqual(mine);
    });

    it('gives a value the same pseudonym always, another for another value, kind or master key', async () => {
      const pseudonym = vault.pseudonym('nip', '198001012005011001');
      expect(pseudonym).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const others = [
        vault.pseudonym('nip', '198001012005011002'),
        vault.pseudonym('nik', '198001012005011001'),
        (await opened.open(randomBytes(32))).pseudonym('nip', '198001012005011001'),
      ];
      expect((await opened.open(masterKey)).pseudonym('nip', '198001012005011001')).toBe(pseudonym);
      expect(new Set([pseudonym, ...others]).size).toBe(4);
    });
  });

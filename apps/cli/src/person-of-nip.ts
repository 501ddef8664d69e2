import type { Foundation } from '../../worker/src/foundation.js';
import { personIdOf } from '../../worker/src/domain.js';

/**
 * Who bears a NIP (or the number that an official without one was imported under), from the events: it makes no difference how
 * far the read models are.
 * @throws Error when nobody with it was taken over
 */
export const personOfNip = async ({ vault, store, config }: Foundation, nip: string): Promise<string> => {
  const id = personIdOf(vault)(nip.trim());
  for await (const _first of store.read(`${config.tenant}.person-${id}`)) return id;
  throw new Error(`Nobody with the NIP ${nip} is known. Take people over first: alur import FILE.xlsx`);
};

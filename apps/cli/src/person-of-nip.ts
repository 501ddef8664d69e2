import { readNip } from '@app/domain/staffing';
import type { Foundation } from '../../worker/src/foundation.js';
import { personIdOf } from '../../worker/src/domain.js';

/**
 * Who bears a NIP, from the events: it makes no difference how far the read models are.
 * @throws Error when it is no NIP, or nobody with it was taken over
 */
export const personOfNip = async ({ vault, store, config }: Foundation, nip: string): Promise<string> => {
  if (typeof readNip(nip) === 'string') throw new Error(`${nip} is no NIP: 18 digits that begin with a day of birth.`);
  const id = personIdOf(vault)(nip);
  for await (const _first of store.read(`${config.tenant}.person-${id}`)) return id;
  throw new Error(`Nobody with the NIP ${nip} is known. Take people over first: alur import FILE.xlsx`);
};

import type { EventStore } from '@app/event-store';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import type { Ground } from './command.js';

/** A store, and how many appends it may be given at once and still writes them in the order in which it was given them. */
export type OpenedStore = Readonly<{ store: EventStore; atOnce: number; name: string }>;

type Opening = (url: string) => Promise<EventStore>;

/** The stores there are, by the protocol of their address. */
const stores: Readonly<Record<string, Readonly<{ open: Opening; atOnce: number }>>> = {
  'postgres:': { open: (connectionString) => openPostgresEventStore({ connectionString }), atOnce: 500 },
  'postgresql:': { open: (connectionString) => openPostgresEventStore({ connectionString }), atOnce: 500 },
};

/**
 * The store at an address, or the one that the settings name.
 * @throws Error in words when there is none of that kind
 */
export const openStore = async ({ connectionString, closing }: Ground, address?: string): Promise<OpenedStore> => {
  const url = address ?? connectionString;
  const kind = URL.canParse(url) ? stores[new URL(url).protocol] : undefined;
  if (!kind) throw new Error(`${address} is not the address of a store. It begins with ${Object.keys(stores).join('// or ')}//.`);
  const store = await kind.open(url);
  closing.add('a store', () => store.close());
  return { store, atOnce: kind.atOnce, name: address === undefined ? 'the store of the settings' : new URL(url).host };
};

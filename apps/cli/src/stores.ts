import type { EventStore } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import type { Ground } from './command.js';

/** A store, and how many appends it may be given at once and still writes them in the order in which it was given them. */
export type OpenedStore = Readonly<{ store: EventStore; atOnce: number; name: string }>;

type Opening = (url: string) => Promise<EventStore>;
type Kind = Readonly<{ open: Opening; atOnce: number }>;

/** Writes what it is given at the same moment in one transaction, in that order. */
const postgres: Kind = { open: (connectionString) => openPostgresEventStore({ connectionString }), atOnce: 500 };
/** Promises nothing about the order of appends that are under way together. */
const eventStoreDb: Kind = { open: async (connectionString) => openEventStoreDb({ connectionString }), atOnce: 1 };

/** The stores there are, by the protocol of their address. */
const stores: Readonly<Record<string, Kind>> = {
  'postgres:': postgres,
  'postgresql:': postgres,
  'esdb:': eventStoreDb,
  'esdb+discover:': eventStoreDb,
  'kurrentdb:': eventStoreDb,
  'kurrentdb+discover:': eventStoreDb,
};

/**
 * The store at an address, or the one that the settings name.
 * @throws Error in words when there is none of that kind
 */
export const openStore = async ({ config, connectionString, closing }: Ground, address?: string): Promise<OpenedStore> => {
  const own = config.profile === 'embedded' ? undefined : config.eventStoreUrl;
  const url = address ?? own ?? connectionString;
  const [, protocol = '', host = ''] = /^([a-z+]+:)\/\/(?:[^@/]*@)?([^/?]+)/.exec(url) ?? []; // several hosts are no URL by the standard
  const kind = stores[protocol];
  if (!kind) throw new Error(`${address} is not the address of a store. It begins with ${Object.keys(stores).join('// or ')}//.`);
  const store = await kind.open(url);
  closing.add('a store', () => store.close());
  return { store, atOnce: kind.atOnce, name: address === undefined ? 'the store of the settings' : host };
};

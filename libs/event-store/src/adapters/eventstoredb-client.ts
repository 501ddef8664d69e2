import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';

/** How long the end of the connection is waited for. What is under way was waited for before. */
const closeWithinMs = 1_000;

/**
 * Opens a client that appends one call at a time.
 *
 * The client's batch append is left alone on purpose: its table of pending appends is shared by all clients of the process,
 * so that a broken stream of one rejects the appends of all, and an answer nobody waits for any more ends the process.
 * It is chosen by `supports`, which the client has for itself only; so the version of the client is pinned.
 */
export const openClient = (connectionString: string): EventStoreDBClient => {
  // The same protocol under its new name, which this client does not know yet.
  const client = EventStoreDBClient.connectionString(connectionString.replace(/^kurrentdb(?=:|\+)/, 'esdb'));
  if (!Reflect.has(client, 'supports')) throw new Error('This is not the client of EventStoreDB that was asked for (6.2.1).');
  Reflect.set(client, 'supports', async () => false);
  return client;
};

/** Ends the calls and the channel; the client's own `dispose` would leave the channel open. */
export const closeClient = async (client: EventStoreDBClient): Promise<void> => {
  const inTime = () => pause(closeWithinMs, undefined, { ref: false });
  await Promise.race([client.dispose(), inTime()]);
  const channel: unknown = await Promise.race([channelOf(client), inTime()]);
  if (isClosable(channel)) channel.close();
};

const channelOf = async (client: EventStoreDBClient): Promise<unknown> => {
  try {
    const open: unknown = Reflect.get(client, 'getChannel');
    return typeof open === 'function' ? await Reflect.apply(open, client, []) : undefined;
  } catch {
    return undefined; // there is no server to be found, and so no channel
  }
};

const isClosable = (channel: unknown): channel is Readonly<{ close: () => void }> =>
  typeof channel === 'object' && channel !== null && 'close' in channel && typeof channel.close === 'function';

/** The double as the official client sees it, and no other way: for its own specifications. */
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, type JSONEventType, jsonEvent } from '@eventstore/db-client';
import { type RunningServer, type ServerOptions, startEventStoreDb } from './server.js';

export type Happened = JSONEventType<'Happened', { n: number }>;

export const happened = (n: number, id: string = randomUUID(), type = 'Happened') => jsonEvent({ id, type, data: { n } });
export const aStream = () => `spec-${randomUUID()}`;

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

/** Opens a server and a client of it for one specification, and closes both. */
export const withServer = async (
  options: ServerOptions,
  work: (client: EventStoreDBClient, server: RunningServer) => Promise<void>,
): Promise<void> => {
  const server = await startEventStoreDb(options);
  const client = EventStoreDBClient.connectionString(`${server.connectionString}&throwOnAppendFailure=true`);
  try {
    await work(client, server);
  } finally {
    await client.dispose();
    await server.close();
  }
};

/** What `happened` put into an event. */
export const numberIn = (event: unknown): unknown => (event as Readonly<{ data: Readonly<{ n: number }> }> | undefined)?.data.n; // made by `happened`

export const numbers = async (client: EventStoreDBClient, stream: string) =>
  (await all(client.readStream<Happened>(stream))).map(({ event }) => event?.data.n);

/** For specifications only: the contracts of the ports, and a database for a suite. */
export { testDatabase } from './testing/test-database.js';
export type { TestDatabase } from './testing/test-database.js';
export { startServer } from './testing/postgres-server.js';
export type { Server } from './testing/postgres-server.js';
export { itKeepsEvents } from './event-store.contract.js';
export type { Opened } from './event-store.contract.js';
export { itKeepsKeys } from './keys.contract.js';
export type { OpenedVault } from './keys.contract.js';

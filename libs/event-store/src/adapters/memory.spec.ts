import { itKeepsEvents } from '../event-store.contract.js';
import { MemoryEventStore } from './memory.js';

itKeepsEvents('memory', async () => {
  const store = new MemoryEventStore();
  return { store, another: async () => store, dispose: async () => undefined };
});

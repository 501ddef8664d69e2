import { itKeepsKeys } from '../keys.contract.js';
import type { SubjectKey } from '../keys.js';
import { MemoryKeyVault } from './memory-keys.js';

itKeepsKeys('memory', async () => {
  const keys = new Map<string, SubjectKey | 'forgotten'>();
  return { open: async (masterKey) => new MemoryKeyVault(masterKey, keys), dispose: async () => undefined };
});

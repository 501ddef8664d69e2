import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many bytes of the heap are in use. What is used no more is collected first, since nobody can say when V8 would by itself. */
export const heldMemory = (): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // the engine's own
  collect();
  return process.memoryUsage().heapUsed;
};

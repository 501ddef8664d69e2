import { itWakesInTime } from '../timers.contract.js';
import { MemoryTimers } from './memory.js';

itWakesInTime('memory', async () => {
  const timers = new MemoryTimers();
  return { timers, now: timers.now, pass: (ms) => timers.advance(ms) };
});

import type { Adding } from './command.js';
import { addEvents } from './commands/events.js';
import { addProjections } from './commands/projections.js';
import { addVerify } from './commands/verify.js';

/** Every command of `alur`. To add one, write its file and list it here. */
export const commands: readonly Adding[] = [addVerify, addProjections, addEvents];

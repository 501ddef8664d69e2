import type { Adding } from './command.js';
import { addDemo } from './commands/demo.js';
import { addEvents } from './commands/events.js';
import { addImport } from './commands/import.js';
import { addProjections } from './commands/projections.js';
import { addVerify } from './commands/verify.js';

/** Every command of `alur`. To add one, write its file and list it here. */
export const commands: readonly Adding[] = [addImport, addDemo, addVerify, addProjections, addEvents];

import type { Adding } from './command.js';
import { addAccounts } from './commands/accounts.js';
import { addBackup } from './commands/backup.js';
import { addDefinitionChanges } from './commands/definition-changes.js';
import { addDefinitions } from './commands/definitions.js';
import { addDemo } from './commands/demo.js';
import { addEvents } from './commands/events.js';
import { addImport } from './commands/import.js';
import { addPolicies } from './commands/incidents.js';
import { addOffices } from './commands/offices.js';
import { addPeople } from './commands/people.js';
import { addProjections } from './commands/projections.js';
import { addRestore } from './commands/restore.js';
import { addVerify } from './commands/verify.js';

/** Every command of `alur`. To add one, write its file and list it here. */
export const commands: readonly Adding[] = [
  addImport,
  addAccounts,
  addOffices,
  addPeople,
  addDemo,
  addVerify,
  addProjections,
  addPolicies,
  addEvents,
  addBackup,
  addRestore,
  addDefinitions,
  addDefinitionChanges,
];

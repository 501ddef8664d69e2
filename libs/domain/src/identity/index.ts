/** Who holds an office by grant, and who stands in for its holder. Offices that come with a post follow from staffing. */
export type { OfficeEvent } from './events.js';
export { grantedOffices } from './office-commands.js';
export { office } from './office.js';
export type { GrantedOffice, OfficeCommand, Substitute, SubstituteKind } from './office-commands.js';
export type { OfficeState } from './office.js';
export { Offices, officeStream } from './offices.js';
export { grantsOf, substituteOf, substitutesFrom } from './queries.js';
export type { IdentityTables } from './queries.js';
export { texts } from './texts.js';
import { grants, substitutes } from './projections.js';

export { grants, substitutes };
export type { GrantRow, SubstituteRow } from './projections.js';
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [grants, substitutes];

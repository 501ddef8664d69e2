export { CancelRebuildHandler } from './cancel-rebuild.js';
export { ListIncidentsHandler, ResolveIncidentHandler } from './incidents.js';
export { ListPoliciesHandler } from './policies.js';

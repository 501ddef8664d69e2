export { CancelRebuild } from './cancel-rebuild.js';
export { ListIncidents, ResolveIncident } from './incidents.js';
export { ListPolicies } from './policies.js';

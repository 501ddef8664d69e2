import { claims } from './claims.js';
import { documents } from './documents.js';
import { proposals } from './proposals.js';

/** Every read model of this context. To add one, write it and list it here. */
export const projections = [proposals, claims, documents];

import { claims } from './claims.js';
import { documents } from './documents.js';
import { inbox } from './inbox.js';
import { proposals } from './proposals.js';
import { timeline } from './timeline.js';

/** Every read model of this context. To add one, write it and list it here. */
export const projections = [proposals, inbox, timeline, claims, documents];

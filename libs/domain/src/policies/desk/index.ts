import { caseList } from './case-list.js';
import { inbox } from './inbox.js';
import { timeline } from './timeline.js';

/** The read models that every kind of case shares. */
export const deskProjections = [caseList, inbox, timeline];

import { caseList } from './case-list.js';
import { inbox } from './inbox.js';

/** The read models that every kind of case shares. */
export const deskProjections = [caseList, inbox];

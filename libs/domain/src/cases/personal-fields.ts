import type { PersonalFields } from '@app/event-store';

/** What of this context's events is encrypted with the key of the person a case is about. Which fields are in it, the schema says. */
export const personalFields: PersonalFields = { DossierRecorded: ['personal'] };

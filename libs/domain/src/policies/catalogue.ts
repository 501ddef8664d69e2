import type { AnyProjection, Upcasters } from '@app/event-store';
import { clockTexts } from '@app/scheduling';
import { texts as workflowTexts } from '@app/workflow';
import * as audit from '@app/domain/audit';
import * as cases from '@app/domain/cases';
import * as definitions from '@app/domain/definitions';
import * as identity from '@app/domain/identity';
import * as mutation from '@app/domain/mutation';
import * as notification from '@app/domain/notification';
import * as obligations from '@app/domain/obligations';
import * as performance from '@app/domain/performance';
import * as staffing from '@app/domain/staffing';
import * as training from '@app/domain/training';
import { deadlinesFollowTheCalendar } from './calendar-changes.js';
import { caseNotices } from './case-notices.js';
import { deskProjections } from './desk/index.js';
import { dueInstants } from './due-instants.js';
import { dutyNotices } from './duty-notices.js';
import { deadCasesFreeClaims, promisesEndWhenKept, transfersMovePeople } from './effect.js';
import { forgottenPeopleAreErased } from './forgetting.js';
import { noticesAreMailed } from './mail.js';
import { obligationsFollowTheDecree, transfersComplete } from './obligations.js';
import { casesFollowTheirPerson } from './person-changes.js';
import { decisionsAreReviewed } from './reviews.js';
import { texts as policyTexts } from './texts.js';
import { vacanciesAreFound } from './vacancies.js';

/** Every read model there is. A context lists its own; what spans contexts is listed here. */
export const projections: readonly AnyProjection[] = [
  ...mutation.projections,
  ...staffing.projections,
  ...identity.projections,
  ...performance.projections,
  ...training.projections,
  ...obligations.projections,
  ...notification.projections,
  ...audit.projections,
  ...definitions.projections,
  ...deskProjections,
  dueInstants,
];

/** What one context means to another. To add a policy, write its file and list it here. */
export const policies = [
  transfersMovePeople,
  promisesEndWhenKept,
  deadCasesFreeClaims,
  casesFollowTheirPerson,
  decisionsAreReviewed,
  obligationsFollowTheDecree,
  transfersComplete,
  vacanciesAreFound,
  deadlinesFollowTheCalendar,
  caseNotices,
  dutyNotices,
  noticesAreMailed,
  forgottenPeopleAreErased,
] as const;

/** The steps from each old version of an event to the one after it. No event has changed its shape yet. */
export const upcasters: Upcasters = {};

/** The catalogues, by where they come from. No code may stand in two of them. */
export const catalogues = {
  workflow: workflowTexts,
  clock: clockTexts,
  definitions: definitions.texts,
  mutation: mutation.texts,
  cases: cases.texts,
  staffing: staffing.texts,
  identity: identity.texts,
  performance: performance.texts,
  training: training.texts,
  obligations: obligations.texts,
  notification: notification.texts,
  audit: audit.texts,
  policies: policyTexts,
} as const;

/** Every sentence for people, by code. */
export const texts: notification.Texts = Object.fromEntries(
  Object.values<notification.Texts>(catalogues).flatMap(Object.entries),
);

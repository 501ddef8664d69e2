import type { Type } from '@nestjs/common';
import * as auditHandlers from './audit/handlers.js';
import * as auditMessages from './audit/messages.js';
import * as calendarHandlers from './calendar/handlers.js';
import * as calendarMessages from './calendar/messages.js';
import * as genericHandlers from './cases/handlers.js';
import * as genericLists from './cases/list-handlers.js';
import * as genericMessages from './cases/messages.js';
import * as changeHandlers from './definitions/change-handlers.js';
import * as changeMessages from './definitions/change-messages.js';
import * as definitionHandlers from './definitions/handlers.js';
import * as definitionMessages from './definitions/messages.js';
import * as definitionReads from './definitions/read-handlers.js';
import * as decisionHandlers from './decisions/handlers.js';
import * as decisionMessages from './decisions/messages.js';
import * as demoHandlers from './demo/handlers.js';
import * as demoMessages from './demo/messages.js';
import * as identityHandlers from './identity/handlers.js';
import * as identityMessages from './identity/messages.js';
import * as myself from './identity/myself.js';
import * as importHandlers from './imports/handlers.js';
import * as importMessages from './imports/messages.js';
import * as caseHandlers from './mutation/handlers.js';
import * as caseLists from './mutation/list-handlers.js';
import * as caseMessages from './mutation/messages.js';
import * as caseReads from './mutation/read-handlers.js';
import * as noticeHandlers from './notification/handlers.js';
import * as noticeMessages from './notification/messages.js';
import * as obligationHandlers from './obligations/handlers.js';
import * as obligationMessages from './obligations/messages.js';
import * as incidentHandlers from './operations/incident-handlers.js';
import * as incidentMessages from './operations/incident-messages.js';
import * as operationHandlers from './operations/handlers.js';
import * as operationMessages from './operations/messages.js';
import * as staffingHandlers from './staffing/handlers.js';
import * as staffingMessages from './staffing/messages.js';
import * as performance from './staffing/performance-handler.js';

/** Every command and query there is: each messages file of the rim. */
export const messages: readonly Type[] = [
  auditMessages,
  calendarMessages,
  genericMessages,
  decisionMessages,
  changeMessages,
  definitionMessages,
  demoMessages,
  identityMessages,
  importMessages,
  caseMessages,
  noticeMessages,
  obligationMessages,
  operationMessages,
  incidentMessages,
  staffingMessages,
].flatMap((file) => Object.values<Type>(file));

/** What answers them. To add one, write it in a handlers file; `cqrs-check` finds a message without. */
export const handlers: readonly Type[] = [
  auditHandlers,
  calendarHandlers,
  genericHandlers,
  genericLists,
  decisionHandlers,
  changeHandlers,
  definitionHandlers,
  definitionReads,
  demoHandlers,
  identityHandlers,
  myself,
  importHandlers,
  caseHandlers,
  caseLists,
  caseReads,
  noticeHandlers,
  obligationHandlers,
  operationHandlers,
  incidentHandlers,
  staffingHandlers,
  performance,
].flatMap((file) => Object.values<Type>(file));

import type { Type } from '@nestjs/common';
import { AuditController } from './audit/audit.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { AttachmentsController, CasesController } from './cases/cases.controller.js';
import { stepControllers } from './cases/step-controllers.js';
import { DefinitionChangesController } from './definitions/changes.controller.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DemoController } from './demo/demo.controller.js';
import { SessionController } from './identity/session.controller.js';
import { ProviderController } from './identity/provider.controller.js';
import { SubstitutesController } from './identity/substitutes.controller.js';
import { TokensController } from './identity/tokens.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { DocumentsController } from './mutation/documents.controller.js';
import { ProposalsController } from './mutation/proposals.controller.js';
import { StepsController } from './mutation/steps.controller.js';
import { NotificationController } from './notification/notification.controller.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { LiveController } from './operations/live.controller.js';
import { IncidentsController } from './operations/incidents.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { StaffingController } from './staffing/staffing.controller.js';

/** Everything that is answered under `/api`. To add an endpoint, write its controller and list it here. */
export const controllers: Type[] = [
  SessionController,
  ProviderController,
  TokensController,
  SubstitutesController,
  ProposalsController,
  StepsController,
  DocumentsController,
  CasesController,
  ...stepControllers,
  AttachmentsController,
  DecisionsController,
  StaffingController,
  AuditController,
  ObligationsController,
  NotificationController,
  ImportsController,
  OperationsController,
  IncidentsController,
  LiveController,
  CalendarController,
  DefinitionsController,
  DefinitionChangesController,
  DemoController,
];

/** What is answered here: outside the demo there is no clock to move, for nobody. */
export const controllersOf = ({ demo }: Readonly<{ demo: boolean }>): Type[] =>
  demo ? controllers : controllers.filter((controller) => controller !== DemoController);

import { Command, Query } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { BackTestRequest, MigrationPreviewRequest, MigrationRequest } from './change-requests.js';
import type { BackTestResponse, MigrationPreviewResponse, MigrationResponse } from './change-responses.js';

export class PreviewMigration extends Query<MigrationPreviewResponse> {
  constructor(
    readonly id: string,
    readonly wish: MigrationPreviewRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class MigrateCases extends Command<Written<MigrationResponse>> {
  constructor(
    readonly id: string,
    readonly wish: MigrationRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class BackTestDraft extends Query<BackTestResponse> {
  constructor(
    readonly id: string,
    readonly wish: BackTestRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

import { Command, Query } from '@nestjs/cqrs';
import type { Asked, Caller } from '../http/asked.js';
import type { Upload } from '../http/upload.js';
import type { DryRunResponse, ImportProgress, ImportStarted } from './responses.js';

export class StartImport extends Command<ImportStarted> {
  constructor(
    readonly file: Upload,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class TryImport extends Query<DryRunResponse> {
  constructor(
    readonly file: Upload,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReadImport extends Query<ImportProgress> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

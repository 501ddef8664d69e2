import { Command, Query } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { PositionResponse } from '../staffing/responses.js';
import type { CompletionRequest, ObligationsRequest } from './requests.js';
import type { ObligationList } from './responses.js';

/** The envelope of an obligation's stream. */
export class CompleteObligation extends Command<Written<PositionResponse>> {
  constructor(
    readonly id: string,
    readonly completion: CompletionRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListObligations extends Query<ObligationList> {
  constructor(
    readonly asked: ObligationsRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

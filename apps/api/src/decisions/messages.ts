import { Command, Query } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { DecisionPreviewRequest, DecisionsRequest } from './requests.js';
import type { DecisionPreview, DecisionsResponse } from './responses.js';

/** What of many cases can be decided, and why the rest can't. Changes nothing. */
export class PreviewDecisions extends Query<DecisionPreview> {
  constructor(
    readonly wanted: DecisionPreviewRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** Many decisions, each by itself: one that is refused keeps none of the others from being made. */
export class DecideMany extends Command<Written<DecisionsResponse>> {
  constructor(
    readonly wanted: Omit<DecisionsRequest, 'password'>,
    readonly asked: Asked,
  ) {
    super();
  }
}

import { Command, Query } from '@nestjs/cqrs';
import type { Message } from '@app/decider';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { PublicationRequest, RetirementRequest, ReviewRequest, SimulationRequest } from './requests.js';
import type {
  DefinitionList,
  DefinitionResponse,
  DefinitionWritten,
  DifferencesResponse,
  DraftCheck,
  SimulationResponse,
} from './responses.js';

export type DefinitionWish =
  | Message<'Draft', Readonly<{ document: string }>>
  | Message<'Review', ReviewRequest>
  | Message<'Publish', PublicationRequest>
  | Message<'Retire', RetirementRequest>;

/** The envelope of a definition's stream. */
export class ExecuteDefinition extends Command<Written<DefinitionWritten>> {
  constructor(
    readonly id: string,
    readonly wish: DefinitionWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListDefinitions extends Query<DefinitionList> {
  constructor(readonly caller: Caller) {
    super();
  }
}

export class ReadDefinition extends Query<DefinitionResponse> {
  constructor(
    readonly id: string,
    readonly version: number | undefined,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** As BPMN 2.0 XML. */
export class DrawDefinition extends Query<string> {
  constructor(
    readonly id: string,
    readonly version: number | undefined,
    readonly reminders: boolean,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class CompareDefinitions extends Query<DifferencesResponse> {
  constructor(
    readonly id: string,
    readonly from: number,
    readonly to: number,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class CheckDraft extends Query<DraftCheck> {
  constructor(
    readonly id: string,
    readonly document: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class SimulateDefinition extends Query<SimulationResponse> {
  constructor(
    readonly id: string,
    readonly wish: SimulationRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

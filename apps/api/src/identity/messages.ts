import { Command, Query } from '@nestjs/cqrs';
import type { Message } from '@app/decider';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { Named } from '../http/places.js';
import type { PositionResponse } from '../staffing/responses.js';
import type { NameSubstituteRequest } from './requests.js';
import type { MeResponse, SubstituteList, SubstituteResponse, WelcomeResponse } from './responses.js';

export class NameSubstitute extends Command<Written<SubstituteResponse>> {
  constructor(
    readonly substitute: NameSubstituteRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export type OfficeWish = Message<'EndSubstitute', Readonly<{ id: string }>>;

/** The envelope of an office's stream, which the substitute's id leads to. */
export class ExecuteOffice extends Command<Written<PositionResponse>> {
  constructor(
    readonly wish: OfficeWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ReadMyself extends Query<MeResponse> {
  constructor(readonly caller: Caller) {
    super();
  }
}

export class ReadPerson extends Query<Named | null> {
  constructor(readonly id: string) {
    super();
  }
}

export class ListSubstitutes extends Query<SubstituteList> {
  constructor(readonly caller: Caller) {
    super();
  }
}

export class ReadWelcome extends Query<WelcomeResponse> {}

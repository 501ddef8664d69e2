import { ApiProperty } from '@nestjs/swagger';
import { Rejection } from '@app/decider';
import { ProjectionRunner } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../http/asked.js';
import { Standings } from '../http/standing.js';

export class RebuildCancelled {
  @ApiProperty() name: string;
}

export class CancelRebuild extends Command<RebuildCancelled> {
  constructor(
    readonly name: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(CancelRebuild)
export class CancelRebuildHandler implements ICommandHandler<CancelRebuild> {
  constructor(
    private readonly runner: ProjectionRunner,
    private readonly standings: Standings,
  ) {}

  /** @throws Rejection `read-models.unknown` (missing) */
  async execute({ name, asked }: CancelRebuild): Promise<RebuildCancelled> {
    (await this.standings.of(asked.caller.person)).require('ADMIN');
    if (!(await this.runner.status()).some((status) => status.name === name))
      throw new Rejection('missing', 'read-models.unknown', 'There is no read model of that name.', { name });
    await this.runner.cancel(name);
    return { name };
  }
}

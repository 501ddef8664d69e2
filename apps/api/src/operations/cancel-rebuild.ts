import { ApiProperty } from '@nestjs/swagger';
import { Rejection } from '@app/decider';
import { ProjectionRunner } from '@app/event-store';
import { Answers } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../http/asked.js';
import { CommandMetas } from '../http/command-meta.js';
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
    private readonly metas: CommandMetas,
    private readonly answers: Answers,
  ) {}

  /** @throws Rejection `read-models.unknown` (missing) */
  async execute({ name, asked }: CancelRebuild): Promise<RebuildCancelled> {
    (await this.standings.of(asked.caller.person)).require('ADMIN');
    if (!(await this.runner.status()).some((status) => status.name === name))
      throw new Rejection('missing', 'read-models.unknown', 'There is no read model of that name.', { name });
    // Once, so that a repeat does not end the rebuild that was begun meanwhile.
    return this.answers.once(this.metas.of(asked), async () => {
      await this.runner.cancel(name);
      return { name };
    });
  }
}

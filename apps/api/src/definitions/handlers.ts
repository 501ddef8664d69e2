import type { DefinitionEvent, PublicationCommand, Publications } from '@app/domain/definitions';
import { Lagging, ProjectionRunner } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { DefinitionShelf } from './definition-shelf.js';
import { type DefinitionWish, ExecuteDefinition } from './messages.js';
import type { DefinitionWritten } from './responses.js';

/** How long a publication waits until it is seen, as long as a read does. */
const patience = 5_000;

@CommandHandler(ExecuteDefinition)
export class ExecuteDefinitionHandler implements ICommandHandler<ExecuteDefinition> {
  constructor(
    private readonly shelf: DefinitionShelf,
    private readonly metas: CommandMetas,
    private readonly models: ProjectionRunner,
  ) {}

  async execute({ id, wish, asked }: ExecuteDefinition): Promise<Written<DefinitionWritten>> {
    const { person } = asked.caller;
    await (wish.type === 'Draft' ? this.shelf.requireWriter(person) : this.shelf.requireJudge(person));
    const meta = this.metas.of(asked, { subject: person, step: wish.type });
    const command = this.commandOf(id, wish, { by: person, at: meta.at });
    const { position, state, events } = await this.shelf.definitions.execute(id, command, meta);
    if (position !== undefined && (wish.type === 'Publish' || wish.type === 'Retire')) await this.inForce(position);
    const { version, hash } = concerned(command, events, state);
    return { body: { id, version, hash, position: position ?? null }, position };
  }

  /** Cases are begun without a position to wait for: who was told that a version is published begins the next one on it. */
  private async inForce(position: string): Promise<void> {
    try {
      await this.models.waitFor(position, ['definitions_versions'], patience);
      await this.shelf.definitions.refresh();
    } catch (error) {
      if (!(error instanceof Lagging)) throw error; // it is published, and in force as soon as the read model has it
    }
  }

  private commandOf(id: string, wish: DefinitionWish, by: Readonly<{ by: string; at: string }>): PublicationCommand {
    switch (wish.type) {
      case 'Draft': {
        const { definition, hash, dossier } = this.shelf.definitions.readAs(id, wish.data.document);
        return { type: 'DraftDefinition', data: { definition, hash, ...(dossier && { dossier }), ...by } };
      }
      case 'Review': {
        const { hash, verdict, note = '' } = wish.data;
        return { type: 'ReviewDraft', data: { id, hash, verdict, note, ...by } };
      }
      case 'Publish':
        return { type: 'PublishDraft', data: { id, hash: wish.data.hash, ...by } };
      case 'Retire':
        return { type: 'RetireDefinition', data: { id, version: wish.data.version, reason: wish.data.reason, ...by } };
    }
  }
}

/**
 * The version that a command was about, as it was recorded: when it is repeated, there may be another draft. It is told from the
 * state where nothing was to be recorded.
 */
const concerned = (command: PublicationCommand, events: readonly DefinitionEvent[], { draft, versions }: Publications) => {
  const [recorded] = events;
  const version =
    recorded?.data.version ??
    (command.type === 'RetireDefinition' ? command.data.version : (draft?.definition.version ?? Math.max(0, ...versions.keys())));
  const told = recorded && 'hash' in recorded.data ? recorded.data.hash : versions.get(version)?.hash;
  return { version, hash: told ?? draft?.hash ?? '' };
};

import type { Decider, Decision } from '@app/decider';
import type { WorkflowCommand } from './commands.js';
import { recordCheck } from './decide/check.js';
import { comment } from './decide/comment.js';
import { decideStage } from './decide/decision.js';
import { cancel, withdraw } from './decide/ending.js';
import { migrate } from './decide/migrate.js';
import { start } from './decide/start.js';
import { submit } from './decide/submit.js';
import { passDeadline, remind } from './decide/time.js';
import type { WorkflowEvent } from './events.js';
import { evolve } from './evolve.js';
import type { WorkflowState } from './state.js';

const decide = (command: WorkflowCommand, state: WorkflowState): Decision<WorkflowEvent> => {
  switch (command.type) {
    case 'StartCase':
      return start(command.data, state);
    case 'SubmitCase':
      return submit(command.data, state);
    case 'Decide':
      return decideStage(command.data, state);
    case 'RecordCheck':
      return recordCheck(command.data, state);
    case 'PassDeadline':
      return passDeadline(command.data, state);
    case 'Remind':
      return remind(command.data, state);
    case 'Comment':
      return comment(command.data, state);
    case 'Withdraw':
      return withdraw(command.data, state);
    case 'Cancel':
      return cancel(command.data, state);
    case 'Migrate':
      return migrate(command.data, state);
  }
};

/**
 * The rules of one case, from its draft to its end.
 *
 * A repeat of a command that was carried out gives nothing or a refusal, never more events. Instants (`at`) are ISO 8601 in
 * UTC with milliseconds, as `toISOString` writes them; a malformed one is the caller's bug and throws.
 */
export const workflow: Decider<WorkflowCommand, WorkflowEvent, WorkflowState> = { initial: { status: 'absent' }, decide, evolve };

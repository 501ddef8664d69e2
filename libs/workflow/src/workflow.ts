import { type Decider, type Decision, Rejection } from '@app/decider';
import { withCaseClock } from './case-clock.js';
import type { WorkflowCommand } from './commands.js';
import { addAdviser, advise } from './decide/advice.js';
import { attach } from './decide/attachment.js';
import { recordCheck } from './decide/check.js';
import { claim, reassign, unclaim } from './decide/claims.js';
import { comment } from './decide/comment.js';
import { decideStage } from './decide/decision.js';
import { cancel, withdraw } from './decide/ending.js';
import { migrate } from './decide/migrate.js';
import { recordAnswer } from './decide/outside.js';
import { answer, ask } from './decide/questions.js';
import { recuse } from './decide/recusal.js';
import { replan } from './decide/replan.js';
import { start } from './decide/start.js';
import { submit } from './decide/submit.js';
import { resume, suspend } from './decide/suspension.js';
import { passDeadline, remind } from './decide/time.js';
import { findVacancy } from './decide/vacancy.js';
import type { WorkflowEvent } from './events.js';
import { withLapses } from './lapses.js';
import { evolve } from './evolve.js';
import type { WorkflowState } from './state.js';

const decide = (command: WorkflowCommand, state: WorkflowState): Decision<WorkflowEvent> => {
  const decision = decided(command, state);
  if (decision instanceof Rejection) return decision;
  return withCaseClock(state, withLapses(state, decision, command.data), command.data);
};

const decided = (command: WorkflowCommand, state: WorkflowState): Decision<WorkflowEvent> => {
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
    case 'FindVacancy':
      return findVacancy(command.data, state);
    case 'Replan':
      return replan(command.data, state);
    case 'RecordAnswer':
      return recordAnswer(command.data, state);
    case 'Ask':
      return ask(command.data, state);
    case 'Answer':
      return answer(command.data, state);
    case 'Claim':
      return claim(command.data, state);
    case 'Unclaim':
      return unclaim(command.data, state);
    case 'Reassign':
      return reassign(command.data, state);
    case 'AddAdviser':
      return addAdviser(command.data, state);
    case 'Advise':
      return advise(command.data, state);
    case 'Recuse':
      return recuse(command.data, state);
    case 'Suspend':
      return suspend(command.data, state);
    case 'Resume':
      return resume(command.data, state);
    case 'Attach':
      return attach(command.data, state);
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

import type { Message } from '@app/decider';

/** Streams `training-<person>`. `hours` are JP of 45 minutes. */
export type TrainingEvent = Message<
  'TrainingCompleted',
  { person: string; id: string; title: string; hours: number; completedOn: string; caseId: string | null; at: string }
>;

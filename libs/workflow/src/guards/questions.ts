import { Rejection } from '@app/decider';
import { holdingOf } from '../authority.js';
import type { Addressee, Directory, PersonId } from '../people.js';
import type { Definition, Term } from '../definition.js';
import { reject } from '../refusals.js';
import type { Rights } from '../rights.js';
import { kindOf } from '../stages/index.js';
import type { At, Case, OpenStage } from '../state.js';
import { unvoted } from '../tasks.js';

/** Who is meant: `submission` is whoever proposed it. */
export const addresseeOf = ({ starter }: Case, of: Addressee): Addressee => (of === 'submission' ? starter.role : of);

/** Whoever is asked, on this day. */
export const peopleAsked = (directory: Directory, of: Addressee): readonly PersonId[] => {
  const holders = Object.hasOwn(directory, of) ? directory[of] : undefined;
  return holders ? [...new Set(holders.map(({ person }) => person))] : [of];
};

/** Where nothing says how long an answer may take, nor how long the stage may. */
const usual: Term = { workingDays: 3, reminders: [-1, 1], escalations: [] };

/** How long whoever is asked at a stage has to answer, and who is told of it when. */
export const termOfAnswer = ({ answering }: Definition, { verbs, deadline }: OpenStage['definition']): Term =>
  verbs.ask?.deadline ?? answering ?? deadline ?? usual;

export const whyNotAsk = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const { definition: stage, question } = at.open;
  if (!stage.verbs.ask || !kindOf(stage).forPeople)
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: 'ask' });
  const capacity = unvoted(at, directory, person, rights);
  if (capacity instanceof Rejection) return capacity;
  return question
    ? reject('workflow.question-open', 'Something is asked already.', { stage: stage.key, of: question.of })
    : undefined;
};

export const whyNotAnswer = (at: At, directory: Directory, person: PersonId): Rejection | undefined => {
  const { stage, question } = at.open;
  if (!question) return reject('workflow.no-question', 'Nothing is asked at this stage.', { stage });
  return person === question.of || holdingOf(directory, question.of, person)
    ? undefined
    : reject('workflow.not-asked', 'Somebody else was asked.', { stage, of: question.of });
};

import { type Decision, Rejection } from '@app/decider';
import { isSystem, isVacant, rightAt } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import type { Holding, PersonId } from '../people.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';

/** Nobody of an open stage's office may act: said once for each time the stage was opened, so that somebody is told. */
export const findVacancy = (data: CommandData<'FindVacancy'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Vacancies are found by the system.');
  if (state.status !== 'open') return [];
  const open = state.open.find(({ stage, round }) => stage === data.stage && round === data.round);
  if (!open || open.vacancy || !isVacant({ state, open }, data.directory, data)) return [];

  const { actor, vacancy } = open.definition;
  const named = vacancy?.policy === 'wait' ? vacancy.alert : vacancy?.role;
  const holdings = named === undefined ? [] : (data.directory[named] ?? []);
  const alerted: readonly PersonId[] = [...new Set(holdings.map(({ person }) => person))];
  const may = (holding: Holding) => !(rightAt({ state, open }, actor, holding, data) instanceof Rejection);
  return [
    {
      type: 'VacancyFound',
      data: {
        stage: open.stage,
        round: open.round,
        role: actor,
        office: data.directory[actor]?.[0]?.office ?? actor,
        policy: vacancy?.policy ?? 'wait',
        alerted,
        instead: vacancy && vacancy.policy !== 'wait' ? holdings.filter(may) : [],
        at: data.at,
      },
    },
  ];
};

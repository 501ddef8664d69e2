import { workflow, type WorkflowEvent } from '@app/workflow';
import type { CaseEvent, DossierEvent } from './events.js';
import type { CaseFile, CaseState } from './state.js';

export const initial: CaseState = { workflow: workflow.initial, file: null };

/** What a history makes of a case: the engine's part by the engine, the dossier's here. Refuses nothing. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState =>
  event.type === 'DossierRecorded'
    ? { ...state, file: recorded(state.file, event.data) }
    : { workflow: workflow.evolve(state.workflow, event), file: noted(state.file, event) };

const recorded = (file: CaseFile | null, { plain, personal, hash, at }: DossierEvent['data']): CaseFile => ({
  plain,
  personal: personal ?? {},
  hash,
  submissions: file?.submissions ?? [],
  createdAt: file?.createdAt ?? at,
  updatedAt: at,
});

const noted = (file: CaseFile | null, event: WorkflowEvent): CaseFile | null => {
  if (!file) return null;
  const { at } = event.data;
  if (event.type !== 'CaseSubmitted') return { ...file, updatedAt: at };
  const { plain, personal } = file;
  return { ...file, submissions: [...file.submissions, { round: event.data.round, plain, personal, at }], updatedAt: at };
};

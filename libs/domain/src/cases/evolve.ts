import { workflow, type WorkflowEvent } from '@app/workflow';
import type { CaseEvent, DossierEvent } from './events.js';
import type { CaseFile, CaseState } from './state.js';

export const initial: CaseState = { workflow: workflow.initial, file: null };

/** What a history makes of a case: the engine's part by the engine, the dossier's here. Refuses nothing. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState =>
  event.type === 'DossierRecorded'
    ? { ...state, file: recorded(state.file, event.data) }
    : { workflow: workflow.evolve(state.workflow, event), file: noted(state.file, event) };

const recorded = (file: CaseFile | null, { plain, personal, hash, lines, at }: DossierEvent['data']): CaseFile => ({
  plain,
  personal: personal ?? {},
  hash,
  lines: lines ?? file?.lines ?? [],
  said: file?.said ?? [],
  submissions: file?.submissions ?? [],
  createdAt: file?.createdAt ?? at,
  updatedAt: at,
});

type Made = Extract<WorkflowEvent, { type: 'DecisionMade' }>['data'];

const sayings = ({ stage, round, by, lines = {}, lineReasons, at }: Made): CaseFile['said'] =>
  Object.entries(lines).map(([key, verdict]) => ({
    key,
    stage,
    round,
    by: by.by,
    verdict,
    reason: lineReasons?.[key] ?? null,
    at,
  }));

const noted = (file: CaseFile | null, event: WorkflowEvent): CaseFile | null => {
  if (!file) return null;
  const { at } = event.data;
  if (event.type === 'DecisionMade' && event.data.lines)
    return { ...file, said: [...file.said, ...sayings(event.data)], updatedAt: at };
  if (event.type !== 'CaseSubmitted') return { ...file, updatedAt: at };
  const { plain, personal } = file;
  return { ...file, submissions: [...file.submissions, { round: event.data.round, plain, personal, at }], updatedAt: at };
};

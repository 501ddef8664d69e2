import { type Decider, type Decision, Rejection } from '@app/decider';
import { workflow } from '@app/workflow';
import type { AmendCase, CaseCommand, DraftCase, SubmitDossier } from './commands.js';
import { changedFields } from './changes.js';
import type { CaseEvent } from './events.js';
import { etagOf } from './etag.js';
import { evolve, initial } from './evolve.js';
import { linesToSubmit } from './lines.js';
import { reject } from './refusals.js';
import { type CaseState, existing } from './state.js';
import { whyNotEdit } from './editing.js';

const decide = (command: CaseCommand, state: CaseState): Decision<CaseEvent> => {
  const { ifMatch } = command.data;
  if (ifMatch !== undefined && ifMatch !== etagOf(state)) return changedMeanwhile(state);
  switch (command.type) {
    case 'DraftCase':
      return draft(command, state);
    case 'AmendCase':
      return amend(command, state);
    case 'SubmitDossier':
      return submit(command, state);
    case 'Decide':
      return workflow.decide({ type: 'Decide', data: { ...command.data, dossierHash: state.file?.hash ?? '' } }, state.workflow);
    default:
      return workflow.decide(command, state.workflow);
  }
};

const changedMeanwhile = (state: CaseState) => reject('cases.changed-meanwhile', 'Somebody was faster.', { etag: etagOf(state) });

const draft = ({ data }: DraftCase, state: CaseState): Decision<CaseEvent> => {
  if (state.file) return reject('cases.exists', 'There is such a case already.');
  const { plain, personal, hash, offices, lines, ...start } = data;
  const started = workflow.decide({ type: 'StartCase', data: start }, state.workflow);
  if (started instanceof Rejection) return started;
  const changed = [...changedFields({}, { ...plain, ...personal }), ...(lines ? ['lines'] : [])];
  const recorded = { plain, personal, changed, hash, offices, ...(lines && { lines }), by: data.by, at: data.at };
  return [...started, { type: 'DossierRecorded', data: recorded }];
};

/** The same case with another dossier, while it is with its proposer. */
const amend = ({ data }: AmendCase, state: CaseState): Decision<CaseEvent> => {
  const found = existing(state);
  if (!found) return reject('cases.absent', 'There is no such case.');
  const { plain, personal, hash, offices, lines, by, at, directory } = data;
  const refused = whyNotEdit(found, directory, by);
  if (refused) return refused;
  const fields = changedFields({ ...found.file.plain, ...found.file.personal }, { ...plain, ...personal });
  const changed = lines && changedFields({ lines: found.file.lines }, { lines }).length > 0 ? [...fields, 'lines'] : fields;
  const recorded = { plain, personal, changed, hash, offices, ...(lines && { lines }), by, at };
  return changed.length === 0 ? [] : [{ type: 'DossierRecorded', data: recorded }];
};

/** It goes in, for the first time or repaired. Where a plain field changed, what was decided before rests on something else. */
const submit = ({ data: { hash: seen, ...data } }: SubmitDossier, state: CaseState): Decision<CaseEvent> => {
  const found = existing(state);
  if (!found) return reject('cases.absent', 'There is no such case.');
  const { plain, hash, submissions } = found.file;
  if (seen !== hash) return changedMeanwhile(state);
  const last = submissions.at(-1);
  const changed = last !== undefined && changedFields(last.plain, plain).length > 0;
  const lines = linesToSubmit(found);
  return workflow.decide(
    { type: 'SubmitCase', data: { ...data, dossierHash: hash, changed, ...(lines && { lines }) } },
    found.workflow,
  );
};

/** The rules of one case, in one stream: the engine's, and beside it a dossier that is data. */
export const caseDecider: Decider<CaseCommand, CaseEvent, CaseState> = { initial, decide, evolve };

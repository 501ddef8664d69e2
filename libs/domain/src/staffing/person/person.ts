import { isDeepStrictEqual } from 'node:util';
import type { Decider } from '@app/decider';
import type { PersonEvent } from '../events.js';
import { reject } from '../rejections.js';
import { end, move, start } from './assignment.js';
import { changeStatus, kinship, record } from './career.js';
import type { PersonCommand } from './commands.js';
import { close, impose, lift, open } from './discipline.js';
import { erased, forget } from './forgetting.js';
import { evolve, type PersonState } from './state.js';

/** A person in the service of the regency. At any instant there is at most one post that he holds definitively. */
export const person: Decider<PersonCommand, PersonEvent, PersonState> = {
  initial: { status: 'absent' },
  evolve,

  decide: (command, state) => {
    // A file that names him still brings nothing back.
    if (command.type === 'RecordPerson') return isForgotten(state) ? [] : record(state, command.data);
    if (state.status === 'absent') return reject('staffing.unknown-person', 'There is no such person.');
    if (command.type === 'ForgetPerson') return forget(state, command.data);
    if (command.type === 'RecordErasure') return erased(state, command.data.at);
    if (isForgotten(state)) return reject('staffing.forgotten', 'This person was forgotten.');
    switch (command.type) {
      case 'CorrectPersonalData': {
        const { id, personal, at } = command.data;
        return isDeepStrictEqual(state.personal, personal) ? [] : [{ type: 'PersonalDataCorrected', data: { id, personal, at } }];
      }
      case 'ChangeEmploymentStatus':
        return changeStatus(state, command.data);
      case 'StartAssignment':
        return start(state, command.data);
      case 'EndAssignment':
        return end(state, command.data);
      case 'MovePerson':
        return move(state, command.data);
      case 'ImposeSanction':
        return impose(state, command.data);
      case 'LiftSanction':
        return lift(state, command.data);
      case 'OpenExamination':
        return open(state, command.data);
      case 'CloseExamination':
        return close(state, command.data);
      case 'DeclareKinship': {
        const { id, kin, at } = command.data;
        if (kin.some(({ person: other }) => other === id)) return reject('staffing.own-kin', 'Nobody is his own kin.');
        return kinship(state.kin, kin, id, at);
      }
    }
  },
};

const isForgotten = (state: PersonState): boolean => state.status === 'registered' && state.forgotten !== 'no';

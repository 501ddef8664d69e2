import type { CareerFacts, PersonalData, PersonEvent, Sanction } from '../events.js';
import type { Kin, Placement } from './commands.js';

export type Held = Placement & Readonly<{ caseId: string | null }>;

/** What the rules need to know of a person. */
export type Person = Readonly<{
  id: string;
  personal: PersonalData;
  career: CareerFacts;
  /** The one post held definitively. */
  held: Held | null;
  /** The cases that have moved this person. */
  movedBy: readonly string[];
  /** A status that was set by letter here is not undone by a file. */
  statusByLetter: boolean;
  /** As the last file had them; `null` before any. */
  imported: readonly Sanction[] | null;
  imposed: readonly Sanction[];
  lifted: readonly string[];
  examination: Readonly<{ letter: string; on: string }> | null;
  kin: readonly Kin[] | null;
}>;

export type PersonState = Readonly<{ status: 'absent' }> | (Readonly<{ status: 'registered' }> & Person);

export const evolve = (state: PersonState, event: PersonEvent): PersonState => {
  if (event.type === 'PersonRegistered') {
    const { id, personal, career } = event.data;
    const nothing = {
      held: null,
      movedBy: [],
      statusByLetter: false,
      imported: null,
      imposed: [],
      lifted: [],
      examination: null,
      kin: null,
    };
    return { status: 'registered', id, personal, career, ...nothing };
  }
  return state.status === 'absent' ? state : { ...state, ...changeOf(state, event) };
};

type Later = Exclude<PersonEvent, { type: 'PersonRegistered' }>;

const changeOf = (person: Person, { type, data }: Later): Partial<Person> => {
  switch (type) {
    case 'PersonalDataCorrected':
      return { personal: data.personal };
    case 'CareerFactsRecorded':
      return { career: data.career };
    case 'EmploymentStatusChanged':
      return { career: { ...person.career, status: data.status }, statusByLetter: true };
    case 'AssignmentStarted': {
      const { assignment, post, unit, agency, from, inaugurated, decree, caseId } = data;
      return {
        held: { assignment, post, unit, agency, from, inaugurated, decree, caseId },
        movedBy: caseId === null ? person.movedBy : [...person.movedBy, caseId],
      };
    }
    case 'AssignmentEnded':
      return { held: null };
    case 'SanctionsImported':
      return { imported: data.sanctions };
    case 'SanctionImposed':
      return { imposed: [...person.imposed, data.sanction] };
    case 'SanctionLifted':
      return { lifted: [...person.lifted, data.sanction] };
    case 'ExaminationOpened':
      return { examination: { letter: data.letter, on: data.on } };
    case 'ExaminationClosed':
      return { examination: null };
    case 'KinshipDeclared':
      return { kin: data.kin };
  }
};

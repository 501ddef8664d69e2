import { dayOf } from '../days.js';
import type { CareerFacts, PersonalData, PersonEvent, Sanction } from '../events.js';
import { GONE } from './gone.js';
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
  /** The first day on which he was out of service for good; `null` while he is in it. */
  outOfServiceFrom: string | null;
  forgotten: 'no' | 'ordered' | 'erased';
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
      forgotten: 'no',
    } as const;
    return {
      status: 'registered',
      id,
      personal,
      career,
      ...nothing,
      outOfServiceFrom: goneFrom(null, career, dayOf(event.data.at)),
    };
  }
  return state.status === 'absent' ? state : { ...state, ...changeOf(state, event) };
};

type Later = Exclude<PersonEvent, { type: 'PersonRegistered' }>;

const changeOf = (person: Person, { type, data }: Later): Partial<Person> => {
  switch (type) {
    case 'PersonalDataCorrected':
      return { personal: data.personal };
    case 'CareerFactsRecorded':
      return { career: data.career, outOfServiceFrom: goneFrom(person.outOfServiceFrom, data.career, dayOf(data.at)) };
    case 'EmploymentStatusChanged':
      return {
        career: { ...person.career, status: data.status },
        statusByLetter: true,
        outOfServiceFrom: goneFrom(person.outOfServiceFrom, data, data.from),
      };
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
    case 'PersonForgotten':
      return { forgotten: 'ordered' };
    case 'PersonalDataErased':
      return { forgotten: 'erased' };
  }
};

/** Who leaves for another reason later (a retired person dies) has been out of service since the first. */
const goneFrom = (before: string | null, { status }: Pick<CareerFacts, 'status'>, day: string): string | null =>
  GONE[status] === undefined ? null : (before ?? day);

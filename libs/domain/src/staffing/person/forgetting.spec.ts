import { scenariosOf } from '@app/decider/testing';
import type { CareerFacts, PersonalData, PersonEvent, Retention } from '../events.js';
import type { PersonCommand } from './commands.js';
import { person } from './person.js';

const given = scenariosOf(person);

const id = 'p1';
const at = '2026-11-24T02:00:00Z';
const personal: PersonalData = {
  name: 'Rina Kusuma, S.E.',
  nip: '198001012005012001',
  birthDate: '1980-01-01',
  gender: 'F',
  email: 'rina@example.go.id',
};
const career: CareerFacts = {
  employeeType: 'PNS',
  status: 'active',
  grade: 'III/d',
  gradeSince: '2022-04-01',
  tmtCpns: '2005-01-01',
  tmtPns: '2006-01-01',
  education: 'S1',
  educationField: null,
};
const retention: Retention = { years: 2, source: 'JRA 1/2026' };
const reason = 'Permohonan tertulis 800/12/2026';

const registered: PersonEvent = { type: 'PersonRegistered', data: { id, personal, career, at: '2020-01-01T02:00:00Z' } };
const left = (status: 'retired' | 'deceased', from: string): PersonEvent => ({
  type: 'EmploymentStatusChanged',
  data: { id, status, from, letter: 'SK 1', at },
});
const retired = left('retired', '2024-11-24');
const wish = (more: Partial<Extract<PersonCommand, { type: 'ForgetPerson' }>['data']> = {}): PersonCommand => ({
  type: 'ForgetPerson',
  data: { id, reason, by: 'admin', retention, at, ...more },
});
const forgotten: PersonEvent = {
  type: 'PersonForgotten',
  data: { id, reason, by: 'admin', outOfServiceFrom: '2024-11-24', retention, at },
};
const erased: PersonEvent = { type: 'PersonalDataErased', data: { id, at } };

describe('a person who asks to be forgotten', () => {
  it('is, on the day on which his file need not be kept any longer', () => {
    given(registered, retired).when(wish()).then(forgotten);
  });

  it('is kept the day before', () => {
    given(registered, retired)
      .when(wish({ at: '2026-11-22T17:00:00Z' }))
      .thenRejected('staffing.file-is-kept');
  });

  it('has been out of service since he first left it, though he died later', () => {
    given(registered, retired, left('deceased', '2026-10-01')).when(wish()).then(forgotten);
  });

  it('has been so, where no letter says since when, from the day on which it was first recorded', () => {
    const gone: PersonEvent = { type: 'PersonRegistered', data: { id, personal, career: { ...career, status: 'retired' }, at } };
    given(gone).when(wish()).thenRejected('staffing.file-is-kept');
  });

  it('is not while he is in service, or back in it', () => {
    given(registered).when(wish()).thenRejected('staffing.in-service');
    const back: PersonEvent = { type: 'CareerFactsRecorded', data: { id, career, at } };
    given(registered, retired, back).when(wish()).thenRejected('staffing.in-service');
  });

  it('is not while he is examined', () => {
    given(registered, retired, { type: 'ExaminationOpened', data: { id, letter: 'ST 1', on: '2024-01-01', at } })
      .when(wish())
      .thenRejected('staffing.examination-open');
  });

  it('is for a reason that does not name him, since that stays readable', () => {
    given(registered, retired)
      .when(wish({ reason: '  ' }))
      .thenRejected('staffing.reason-missing');
    for (const naming of ['Permintaan Ibu KUSUMA.', 'surat 19800101 200501 2001', 'lihat rina@example.go.id'])
      given(registered, retired)
        .when(wish({ reason: naming }))
        .thenRejected('staffing.reason-names-person');
  });

  it('does not decide it himself', () => {
    given(registered, retired)
      .when(wish({ by: id }))
      .thenRejected('staffing.forgets-himself');
  });

  it('is forgotten once', () => {
    given(registered, retired, forgotten).when(wish()).thenNothing();
    given(registered, retired, forgotten, erased).when(wish()).thenNothing();
  });
});

describe('a person who was forgotten', () => {
  it('is erased once, and not before it was ordered', () => {
    const record: PersonCommand = { type: 'RecordErasure', data: { id, at } };
    given(registered, retired).when(record).thenNothing();
    given(registered, retired, forgotten).when(record).then(erased);
    given(registered, retired, forgotten, erased).when(record).thenNothing();
  });

  it('does not come back with a file that names him', () => {
    given(registered, retired, forgotten).when({ type: 'RecordPerson', data: { id, personal, career, at } }).thenNothing();
  });

  it('is no longer anybody to whom something can happen', () => {
    given(registered, retired, forgotten)
      .when({ type: 'CorrectPersonalData', data: { id, personal, at } })
      .thenRejected('staffing.forgotten');
  });

  it('folds though nothing personal of him can be read', () => {
    const unreadable = { type: 'PersonRegistered', data: { ...registered.data, personal: null } } as unknown as PersonEvent; // as the codec gives it
    given(unreadable, retired, forgotten).when(wish()).thenNothing();
    given(unreadable, retired).when(wish()).then(forgotten); // his key was lost otherwise
  });
});

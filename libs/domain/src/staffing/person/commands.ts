import type { Message } from '@app/decider';
import type { CareerFacts, EmploymentStatus, PersonalData, Retention, Sanction } from '../events.js';

type At = Readonly<{ id: string; at: string }>;

/** A post and since when it is held. `inaugurated` is the day of the oath where there was one. */
export type Placement = Readonly<{
  assignment: string;
  post: string;
  unit: string;
  agency: string;
  from: string;
  inaugurated: string | null;
  decree: string | null;
}>;

export type Kin = Readonly<{ person: string; relation: 'spouse' | 'parent' | 'child' }>;

export type PersonCommand =
  /** What a file says of a person. Only what differs from what is known gives events; what Alur itself recorded later is kept. */
  | Message<
      'RecordPerson',
      At & {
        personal: PersonalData;
        career: Partial<CareerFacts>;
        /** `null`: the file says that there is none; absent: it does not say. */
        placement?: Placement | null;
        sanctions?: readonly Sanction[];
        kin?: readonly Kin[];
      }
    >
  | Message<'CorrectPersonalData', At & { personal: PersonalData }>
  | Message<'ChangeEmploymentStatus', At & { status: EmploymentStatus; from: string; letter: string }>
  | Message<'StartAssignment', At & { placement: Placement; caseId: string | null }>
  | Message<'EndAssignment', At & { until: string; reason: 'retired' | 'ended' }>
  /** Leaves the post held and takes up another on `placement.from`, in one append. Repeating it for the same case changes nothing. */
  | Message<'MovePerson', At & { placement: Placement; fromPost: string; caseId: string }>
  | Message<'ImposeSanction', At & { sanction: Sanction }>
  | Message<'LiftSanction', At & { sanction: string; on: string }>
  | Message<'OpenExamination', At & { letter: string; on: string }>
  | Message<'CloseExamination', At & { on: string }>
  | Message<'DeclareKinship', At & { kin: readonly Kin[] }>
  /** `by`: a person's id. Repeating it changes nothing. */
  | Message<'ForgetPerson', At & { reason: string; by: string; retention: Retention }>
  /** By the system, once nothing of a forgotten person can be read any more. Repeatable. */
  | Message<'RecordErasure', At>;

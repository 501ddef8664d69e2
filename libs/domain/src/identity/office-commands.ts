import type { Message } from '@app/decider';
import type { Holding } from '@app/workflow';

export type SubstituteKind = 'acting' | 'daily' | 'substitute' | 'delegate';
export type Substitute = Readonly<{
  id: string;
  person: string;
  kind: SubstituteKind;
  from: string;
  until: string;
  letter: string;
  /** Whose seat he takes, or who lends him his power. */
  onBehalfOf?: string;
}>;

/** Offices that are given to a person; the others come with a post. */
export const grantedOffices = ['hr-officer', 'tpk', 'auditor', 'admin'] as const;
export type GrantedOffice = (typeof grantedOffices)[number];

type At = Readonly<{ office: string; at: string }>;

export type OfficeCommand =
  | Message<'GrantOffice', At & { person: string; from: string; until: string | null; letter: string }>
  /** `on`: the first day on which it is no longer held. */
  | Message<'RevokeOffice', At & { person: string; on: string; letter: string }>
  /** `by`: who names him. `holders`: who fills the office on the first day, as far as that is known outside. */
  | Message<'NameSubstitute', At & Substitute & { by?: string; holders?: readonly Pick<Holding, 'person' | 'kind'>[] }>
  | Message<'EndSubstitute', At & { id: string; on: string }>;

/** A person's opaque id, or `system:<policy>` where no person acts. */
export type PersonId = string;

/** The part somebody plays in a case: `ORIGIN_HEAD`, `REGENT`, `EMPLOYEE` … The engine gives it no meaning. */
export type Role = string;

/**
 * How an office is held (UU 30/2014 Ps 14; SE BKN 1/SE/I/2021): by right, as Plt (`acting`), as Plh (`daily`),
 * by a substitute named by letter for dates when the holder is absent, or by a delegate to whom the holder has lent his power.
 */
export type HoldingKind = 'definitive' | 'acting' | 'daily' | 'substitute' | 'delegate';

/** Who fills an office on the day of a command, and by what right. */
export type Holding = Readonly<{
  office: string;
  person: PersonId;
  kind: HoldingKind;
  /** The holder for whom a substitute or a delegate acts. */
  onBehalfOf?: PersonId;
  /** What kind of position the office is, in the words of the authority matrix. */
  position?: string;
  /** Number of the letter or decree on which the holding rests. */
  letter?: string;
}>;

/** For every role of a case: who holds it on the day of the command. Resolved at the rim from events; an empty list is a vacant office. */
export type Directory = Readonly<Record<Role, readonly Holding[]>>;

/** Whom something is asked of: a role of the case, or a person. */
export type Addressee = string;

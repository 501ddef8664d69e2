/** What the API answers, as the pages read it. Days are `YYYY-MM-DD` in Asia/Jakarta, instants ISO 8601 in UTC. */
export type Day = string;
export type Instant = string;
export type Words = Readonly<{ id: string; en: string }>;
export type Named = Readonly<{ id: string; name: string }>;
export type Titled = Readonly<{ id: string; title?: string; name?: string; type?: string }>;
export type HoldingKind = 'definitive' | 'acting' | 'daily' | 'substitute';

export type Holder = Readonly<{
  person: Named;
  office: string;
  title: Words;
  kind: HoldingKind;
  onBehalfOf: Named | null;
  letter: string | null;
}>;

export type Office = Readonly<{
  office: string;
  role: string;
  title: Words;
  kind: HoldingKind;
  unit?: Named;
  until?: Day;
  onBehalfOf?: Named;
}>;
export type Me = Readonly<{
  person: Named & Readonly<{ nip?: string | null }>;
  username: string;
  offices: readonly Office[];
  roles: readonly string[];
  language: string;
  demo: boolean;
}>;

export type Page<Item> = Readonly<{ items: readonly Item[]; nextCursor: string | null }>;

export type Employee = Readonly<{
  id: string;
  name: string;
  nip: string;
  grade: string | null;
  employeeType: string;
  status: string;
  post: Titled | null;
  unit: Named | null;
  agency: Named | null;
  since: Day | null;
}>;

export type Position = Readonly<{
  id: string;
  code: string;
  title: string;
  type: string;
  echelon: string | null;
  jobClass: number | null;
  unit: Named;
  agency: Named;
  need: number;
  filled: number;
  promised: number;
  vacancies: number;
}>;

export type Unit = Readonly<{ id: string; code: string; name: string; kind: string; parent: string | null; agency: string }>;

export type Status =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'decreed'
  | 'effective'
  | 'completed'
  | 'cancelled'
  | 'rescinded';

export type Place = Readonly<{ post: Titled | null; unit: Named | null; agency: Named | null }>;
export type CaseEmployee = Readonly<{ id: string; name: string; nip: string; grade: string | null; employeeType: string }>;

export type Stage = Readonly<{
  key: string;
  title: Words;
  kind: string;
  state: 'done' | 'current' | 'skipped' | 'future';
  outcome: string | null;
  round: number | null;
  openedAt: Instant | null;
  closedAt: Instant | null;
  dueOn: Day | null;
  because: string | null;
  holders: readonly Holder[];
  votes?: Readonly<{ cast: number; size: number; quorum: number }> | null;
}>;

export type Verb =
  'submit' | 'amend' | 'attach' | 'judge' | 'approve' | 'reject' | 'return' | 'withdraw' | 'comment' | 'decree' | 'rescind';

export type Action = Readonly<{
  verb: Verb;
  allowed: boolean;
  code?: string | null;
  detail?: string | null;
  reason: 'required' | 'optional' | 'none';
  to?: readonly string[] | null;
}>;

export type CaseFile = Readonly<{
  id: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
  issuedOn: Day | null;
  attachedAt: Instant;
}>;
export type ChecklistRow = Readonly<{
  type: string;
  label: Words;
  required: boolean;
  state: 'missing' | 'attached' | 'accepted' | 'deficient' | 'expired' | 'produced';
  document: CaseFile | null;
  note: string | null;
}>;

export type Proposal = Readonly<{
  id: string;
  status: Status;
  stage: string | null;
  round: number;
  moveType: string;
  ownRequest: boolean;
  employee: CaseEmployee;
  from: Place;
  to: Place;
  reason: string;
  effectiveDate: Day | null;
  proposedBy: Readonly<{ person: Named; role: string; office: string }>;
  createdAt: Instant;
  submittedAt: Instant | null;
  updatedAt: Instant;
  dueOn: Day | null;
  dueAt: Instant | null;
  stages: readonly Stage[];
  mayAct: readonly Holder[];
  actions: readonly Action[];
  checklist: readonly ChecklistRow[];
  changes: readonly Readonly<{ round: number; fields: readonly Readonly<{ field: string; from: unknown; to: unknown }>[] }>[];
  eligibility: Readonly<{ phase: string; result: EligibilityResult; at: Instant }> | null;
  decree: Readonly<{ number: string; date: Day; effectiveDate: Day; pdf: string | null }> | null;
  position: string;
}>;

export type EligibilityResult = 'eligible' | 'warnings' | 'blocked';
export type RuleOutcome = 'pass' | 'warn' | 'block' | 'unknown' | 'not_applicable';
export type RuleAnswer = Readonly<{
  rule: string;
  outcome: RuleOutcome;
  severity: 'block' | 'warn';
  message: string;
  messageId?: string | null;
  messageEn?: string | null;
  inputs: Readonly<Record<string, unknown>>;
  basis: string;
  overridable: boolean;
}>;
export type EligibilityReport = Readonly<{
  phase: string;
  ruleSet: Readonly<{ version: string; hash: string }>;
  result: EligibilityResult;
  items: readonly RuleAnswer[];
}>;

export type TimelineItem = Readonly<{
  id: string;
  type: string;
  at: Instant;
  actor: Named | null;
  office: string | null;
  officeTitle: Words | string | null;
  kind: HoldingKind | null;
  onBehalfOf: Named | null;
  stage: string | null;
  round: number | null;
  verdict: string | null;
  reason: string | null;
  text: string | null;
  facts: Readonly<Record<string, unknown>> | null;
  hash: string | null;
  revision: number | string;
}>;

export type InboxView = 'waiting' | 'returned' | 'mine' | 'done';
export type InboxItem = Readonly<{
  proposalId: string;
  stage: string | null;
  stageTitle: Words | string | null;
  round: number;
  dueAt: Instant | null;
  dueOn: Day | null;
  openedAt: Instant | null;
  employee: CaseEmployee;
  from: Place;
  to: Place;
  office: string | null;
  onBehalfOf: Named | null;
  status: Status;
  moveType: string;
}>;

export type ProposalRow = Readonly<{
  id: string;
  status: Status;
  stage: string | null;
  stageTitle?: Words | string | null;
  round: number;
  moveType: string;
  employee: CaseEmployee;
  from: Place;
  to: Place;
  dueOn: Day | null;
  updatedAt: Instant;
  decreeNumber: string | null;
}>;

import type { Day, Instant, Named, Words } from './model';

/** What the desks beside the case read: review, duties, staffing, notices, administration. */
export type ReviewStatus = 'open' | 'clean' | 'finding' | 'followed_up' | 'closed';
export type Review = Readonly<{
  id: string;
  proposalId: string;
  stage: string;
  round: number;
  verdict: string;
  decidedBy: Named | string;
  office: string;
  officeTitle?: Words | string | null;
  employee?: Named | null;
  decidedAt: Instant;
  dueOn: Day | null;
  status: ReviewStatus;
  outcome: string | null;
  note: string | null;
  followUps: readonly Readonly<{ note: string; by: Named | string; at: Instant }>[];
}>;

export type ObligationStatus = 'open' | 'overdue' | 'done' | 'withdrawn';
export type Obligation = Readonly<{
  id: string;
  kind: 'evaluation' | 'training';
  code: string;
  title: Words;
  proposalId: string;
  subject: Named;
  owner: Readonly<{ office: string; title: Words | string; holders: readonly Readonly<{ person: Named }>[] }>;
  superior: unknown;
  dueOn: Day;
  dueAt: Instant;
  status: ObligationStatus;
  completedAt: Instant | null;
  note: string | null;
}>;

export type MapPost = Readonly<{
  id: string;
  title: string;
  type: string;
  echelon: string | null;
  jobClass: number | null;
  need: number;
  filled: number;
  gap: number;
  incumbents: readonly Readonly<{ id: string; name: string; since: Day | null; caseId: string | null; kind: string }>[];
}>;
export type Totals = Readonly<{ need: number; filled: number; gap: number }>;
export type PositionMap = Readonly<{
  unit: Named & Readonly<{ kind?: string; parent?: string | null }>;
  asOf: Day;
  totals: Totals;
  positions: readonly MapPost[];
  units: readonly (Named & Totals)[];
}>;

export type Predicate = 'very_good' | 'good' | 'needs_improvement' | 'poor' | 'very_poor';
export type UnitPerformance = Readonly<{
  unit: Named;
  year: number;
  counts: Readonly<Record<string, number>>;
  people: readonly Readonly<{ id: string; name: string; post?: string | null; predicate: string | null }>[];
}>;

export type Notice = Readonly<{ id: string; code: string; text: string; link: string; at: Instant; readAt: Instant | null }>;
export type BadRow = Readonly<{ sheet: string; row: number; column: string; value: unknown; why: string }>;
export type ImportReport = Readonly<{ rows: number; units: number; posts: number; people: number; bad: readonly BadRow[] }>;
export type ImportProgress = Readonly<{ id?: string; status: string; done: number; total: number; report: ImportReport | null }>;
export type Substitute = Readonly<{
  id: string;
  office: string;
  officeTitle?: Words | string | null;
  person: Named;
  kind: 'acting' | 'daily' | 'substitute';
  from: Day;
  until: Day;
  letter: string;
}>;
export type Mail = Readonly<{
  id: string;
  to: string;
  subject: string;
  text?: string | null;
  body?: string | null;
  at?: Instant | null;
  createdAt?: Instant | null;
  sentAt?: Instant | null;
  status?: string | null;
}>;
export type ProjectionState = Readonly<{
  name: string;
  generation: number;
  position: string | null;
  lag?: number | string | null;
  status: string;
  error?: string | null;
}>;
export type Token = Readonly<{
  id: string;
  name: string;
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt?: Instant | null;
}>;
export type Clock = Readonly<{ now: Instant; offsetMs: number; demo: true; accounts?: readonly unknown[] }>;

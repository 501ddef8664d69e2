import type { CommandMeta, Position, Transactor } from '@app/event-store';
import type { CommandData, Day } from '@app/workflow';
import type { Reviews } from '@app/domain/audit';
import type { Cases, Surroundings } from '@app/domain/cases';
import type { CaseFacts, Claims, ProposalState } from '@app/domain/mutation';
import type { Language, MailRoom, Notices, Words } from '@app/domain/notification';
import type { Obligations } from '@app/domain/obligations';
import type { Directory } from './directory.js';

/** Who holds an office on a day, and whose agency it is. `Directory` is one. */
export type OfficeBook = Pick<Directory, 'holdersOf' | 'agencyOf'>;

type Request = Readonly<{ meta: CommandMeta }>;
/** What names a wait of a case. */
type Waited = 'stage' | 'round' | 'wait';

/** What the system asks of transfers. `Proposals` of `@app/domain/mutation` is one. Each may be repeated, and changes nothing then. */
export type CaseCommands = Readonly<{
  /** A policy that answers an event names its revision: what is known in memory will do, if it holds that event. */
  load: (caseId: string, atLeast?: bigint) => Promise<Readonly<{ state: ProposalState }>>;
  remind: (caseId: string, asked: Pick<CommandData<'Remind'>, Waited | 'code'>, request: Request) => Promise<unknown>;
  passDeadline: (caseId: string, asked: Pick<CommandData<'PassDeadline'>, Waited>, request: Request) => Promise<unknown>;
  findVacancy: (caseId: string, asked: Readonly<{ stage: string; round: number }>, request: Request) => Promise<unknown>;
  replan: (caseId: string, asked: Readonly<{ because: string }>, request: Request) => Promise<unknown>;
  takeEffect: (caseId: string, request: Request) => Promise<unknown>;
  halt: (
    caseId: string,
    asked: Readonly<{ because: string; facts: Readonly<Record<string, unknown>> }>,
    request: Request,
  ) => Promise<unknown>;
  complete: (caseId: string, request: Request) => Promise<unknown>;
  voidNumber: (caseId: string, asked: Readonly<{ because: string }>, request: Request) => Promise<unknown>;
  cancel: (caseId: string, asked: Readonly<{ reason: string }>, request: Request) => Promise<unknown>;
}>;

/** Waits until projections have read up to a position. `ProjectionRunner.waitFor` is one. */
export type ReadModels = Readonly<{ reached: (position: Position, names: readonly string[]) => Promise<void> }>;

/** Destroys a forgotten person's key and every copy in clear. `forgotten`: where the log says that he was. Repeatable. */
export type Eraser = Readonly<{ erase: (person: string, forgotten: Position) => Promise<void> }>;

/** How to write to a person. */
export type Contact = Readonly<{ name: string; email: string | null; language: Language }>;

/** Everything that policies and timers need. Built by the app root. */
export type PolicyDeps = Readonly<{
  tenant: string;
  /** Business time. */
  clock: Readonly<{ now: () => string; today: () => Day }>;
  transactor: Transactor;
  facts: CaseFacts;
  offices: OfficeBook;
  cases: CaseCommands;
  /** Cases whose dossier is data. */
  otherCases: Pick<Cases, 'load' | 'remind' | 'passDeadline' | 'findVacancy' | 'replan'>;
  surroundings: Surroundings;
  /** The keys of every wait of a case that falls due some day, as `due_instants` has them. */
  openWaits: () => Promise<readonly string[]>;
  claims: Claims;
  obligations: Obligations;
  notices: Notices;
  reviews: Reviews;
  mail: Pick<MailRoom, 'post'>;
  readModels: ReadModels;
  erasure: Eraser;
  contactOf: (person: string) => Promise<Contact | undefined>;
  words: Words;
  /** Where the browser finds the application, without a slash at the end. */
  baseUrl: string;
}>;

import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { MutationTables, ProposalRow, Reader } from '@app/domain/mutation';
import type { Text } from '@app/workflow';
import type { CaseKind } from '../case-streams.js';
import { sameInEveryCase } from '../directory-roles.js';
import type { WaitingCase } from '../vacancies.js';
import type { CaseRow } from './case-list.js';
import type { InboxRow, Wait } from './inbox.js';

/** `key` is the case's id: the one index of it that there is. */
type Keyed<Row> = Row & Readonly<{ key: string }>;

/** The read models that every kind of case shares, as kysely sees them. */
export type DeskTables = Readonly<{
  case_list: Keyed<CaseRow>;
  case_inbox: Keyed<InboxRow>;
}> &
  Pick<MutationTables, 'mutation_proposals'>;

type Db = Kysely<DeskTables>;

/** Rows that come after `cursor` in the order of the list; `limit` of them. */
type Paged = Readonly<{ limit: number; cursor?: readonly [at: string, id: string] }>;

const anyOf = (values: readonly string[]) => sql<string>`any(${[...values]}::text[])`;

export type CasesAsked = Paged &
  Readonly<{
    /** A definition's id. */
    definition?: string;
    status?: string;
    /** One of these people is concerned (found by name elsewhere). */
    subjects?: readonly string[];
    /** Only what this person may know of. */
    reader?: Reader;
  }>;

/** Cases of every kind, newest change first. The cursor is `[updated_at, id]` of the last row. */
export const casesOf = (db: Db, { definition, status, subjects, reader, limit, cursor }: CasesAsked): Promise<CaseRow[]> => {
  let query = db.selectFrom('case_list').selectAll().orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit);
  if (definition !== undefined) query = query.where('definition', '=', definition);
  if (status !== undefined) query = query.where('status', '=', status);
  if (subjects) query = query.where('subject', '=', anyOf(subjects));
  if (reader) query = query.where((eb) => readableBy(eb, reader));
  if (cursor) query = query.where((eb) => eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(cursor[0], cursor[1])));
  return query.execute();
};

const readableBy = (eb: ExpressionBuilder<DeskTables, 'case_list'>, { person, offices, all }: Reader) => {
  const own = eb.or([eb('started_by', '=', person), eb('starter_office', '=', anyOf(offices))]);
  const concerned = eb.or([
    sql<boolean>`concerned && ${[...offices, `person:${person}`]}::text[]`,
    sql<boolean>`acted @> ${[person]}::text[]`,
    eb.exists(
      eb
        .selectFrom('case_inbox as waiting')
        .select(sql`1`.as('one'))
        .whereRef('waiting.key', '=', 'case_list.key')
        .where(sql<boolean>`waiting.offices && ${[...offices]}::text[]`),
    ),
  ]);
  // What was never submitted stays its proposer's, also once he has withdrawn it.
  return eb.or([own, eb.and([eb('submitted_at', 'is not', null), ...(all ? [] : [concerned])])]);
};

export const caseRow = (db: Db, id: string): Promise<CaseRow | undefined> =>
  db.selectFrom('case_list').selectAll().where('key', '=', id).executeTakeFirst();

/** Those of the cases that there are, in one go. */
export const caseRows = (db: Db, ids: readonly string[]): Promise<CaseRow[]> =>
  db.selectFrom('case_list').selectAll().where('key', '=', anyOf(ids)).execute();

/** Cases of a definition that go on, in no order. */
export const runningCases = (db: Db, definition: string): Promise<Pick<CaseRow, 'id' | 'kind' | 'version'>[]> =>
  db
    .selectFrom('case_list')
    .select(['id', 'kind', 'version'])
    .where('definition', '=', definition)
    .where('status', '=', anyOf(['draft', 'submitted', 'returned']))
    .execute();

/** Cases of a definition that have been decided or taken back, the newest first. */
export const closedCases = (db: Db, definition: string, limit: number): Promise<Pick<CaseRow, 'id' | 'kind'>[]> =>
  db
    .selectFrom('case_list')
    .select(['id', 'kind'])
    .where('definition', '=', definition)
    .where('submitted_at', 'is not', null)
    .where('status', '<>', sql<string>`all(${['draft', 'submitted', 'returned']}::text[])`)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();

/** Where a transfer leads from and to. */
type Places = Pick<ProposalRow, 'move_type' | 'from_post' | 'from_unit' | 'from_agency' | 'to_post' | 'to_unit' | 'to_agency'>;

/** An inbox line: a case, and one of the things it waits for, where it waits. */
export type InboxLine = Readonly<{
  id: string;
  kind: CaseKind;
  definition: string;
  title: Text;
  titles: Readonly<Record<string, Text>>;
  /** The fields of its dossier that are in the clear. */
  dossier: CaseRow['dossier'];
  status: string;
  stage: string | null;
  round: number;
  subject: string;
  due_on: string | null;
  due_at: string | null;
  opened_at: string;
  /** What is wanted: to act at the stage, or to answer or advise what was asked there. */
  task: Wait['task'];
  updated_at: string;
  offices: readonly string[];
  role: string | null;
}> & { readonly [Column in keyof Places]: Places[Column] | null };

export type InboxAsked = Paged &
  Readonly<{
    view: 'open' | 'waiting' | 'returned' | 'mine' | 'done';
    person: string;
    offices: readonly string[];
    /**
     * The roles that these offices play: an office that was vacant when its stage opened is known by its role alone. Only those count
     * that mean one office in every case; the head of an agency is not the head of everybody’s.
     */
    roles?: readonly string[];
  }>;

/** Roles in which somebody acts on his own case: to give his consent, or to repair his own request. */
const own = ['EMPLOYEE', 'SUBJECT'];

const places = ['move_type', 'from_post', 'from_unit', 'from_agency', 'to_post', 'to_unit', 'to_agency'] as const;

/** The waits of a row, one row each. */
const eachWait = sql<Wait>`jsonb_to_recordset(i.waits)`.as<'w'>(
  sql`w(stage text, task text, round integer, role text, offices text[], voted text[], claimed_by text, due_on date, due_at timestamptz, opened_at timestamptz)`,
);

/**
 * What waits for a person in his offices, was returned to him, or either (`open`), soonest due first; or what he proposed, or has
 * passed through his hands, newest first. The cursor is `[due_at or 'infinity', id]` of the last row, or `[updated_at, id]`.
 */
export const inboxOf = (db: Db, asked: InboxAsked): Promise<InboxLine[]> =>
  asked.view === 'mine' || asked.view === 'done' ? past(db, asked) : waiting(db, asked);

const waiting = (db: Db, { view, person, offices, roles: played = [], limit, cursor }: InboxAsked): Promise<InboxLine[]> => {
  const mine = [...offices, `person:${person}`];
  const roles = played.filter((role) => sameInEveryCase.has(role));
  const due = sql<string>`coalesce(w.due_at, 'infinity')`;
  let query = db
    .selectFrom('case_inbox as i')
    .innerJoin('case_list as p', 'p.key', 'i.key')
    .innerJoinLateral(eachWait, (join) => join.onTrue())
    .leftJoin('mutation_proposals as m', 'm.key', 'p.key')
    .select(['p.id', 'p.kind', 'p.definition', 'p.title', 'p.titles', 'p.dossier', 'p.status', 'p.subject', 'p.updated_at'])
    .select(['w.stage', 'w.task', 'w.round', 'w.due_on', 'w.due_at', 'w.opened_at', 'w.offices', 'w.role'])
    .select(places.map((column) => `m.${column}` as const))
    .where(sql<boolean>`(i.offices && ${mine}::text[] or ${waitsForRole(roles)})`)
    .where(sql<boolean>`(w.offices && ${mine}::text[] or w.role = any(${[...roles]}::text[]))`)
    .where(sql<boolean>`not i.suspended and not (${person} = any(w.voted)) and coalesce(w.claimed_by = ${person}, true)`)
    // Nobody acts on his own case, but he may be asked about it.
    .where((eb) => eb.or([eb('p.subject', '<>', person), eb('w.role', 'in', own), eb('w.task', '<>', 'act')]))
    .orderBy(due)
    .orderBy('p.id')
    .limit(limit);
  if (view !== 'open') query = query.where('w.stage', view === 'returned' ? '=' : '<>', 'submission');
  if (cursor) query = query.where(sql<boolean>`(${due}, p.id) > (${cursor[0]}::timestamptz, ${cursor[1]})`);
  return query.execute();
};

/** Whether one of a case's waits is for a role, whoever held its office when it opened. */
const waitsForRole = (roles: readonly string[]) =>
  sql<boolean>`exists (select from jsonb_array_elements(i.waits) each where each->>'role' = any(${[...roles]}::text[]))`;

const past = (db: Db, { view, person, offices, limit, cursor }: InboxAsked): Promise<InboxLine[]> => {
  const mine = [...offices, `person:${person}`];
  let query = db
    .selectFrom('case_list as p')
    .leftJoin('case_inbox as i', 'i.key', 'p.key')
    .leftJoin('mutation_proposals as m', 'm.key', 'p.key')
    .select([
      'p.id',
      'p.kind',
      'p.definition',
      'p.title',
      'p.titles',
      'p.dossier',
      'p.status',
      'p.round',
      'p.subject',
      'p.updated_at',
    ])
    .select(places.map((column) => `m.${column}` as const))
    .select([
      sql<string | null>`p.open->0->>'stage'`.as('stage'),
      sql<string | null>`(p.open->0->>'dueOn')::date`.as('due_on'),
      sql<string | null>`(p.open->0->>'dueAt')::timestamptz`.as('due_at'),
      sql<string>`coalesce((p.open->0->>'since')::timestamptz, p.updated_at)`.as('opened_at'),
      sql<readonly string[]>`coalesce(i.offices, '{}')`.as('offices'),
      sql<string | null>`i.waits->0->>'role'`.as('role'),
      sql<Wait['task']>`'act'`.as('task'),
    ])
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit);
  query =
    view === 'mine'
      ? query.where((eb) => eb.or([eb('p.started_by', '=', person), eb('p.starter_office', '=', anyOf(mine))]))
      : query.where(sql<boolean>`p.acted @> ${[person]}::text[]`).where('p.status', '<>', 'draft');
  if (cursor) query = query.where(sql<boolean>`(p.updated_at, p.id) < (${cursor[0]}::timestamptz, ${cursor[1]})`);
  return query.execute();
};

/** Every case that waits for somebody, with its waits. */
export const waitingCases = async (db: Db): Promise<readonly WaitingCase[]> => {
  const rows = await db
    .selectFrom('case_inbox as i')
    .innerJoin('case_list as p', 'p.key', 'i.key')
    .select(['p.id', 'p.kind', 'i.waits'])
    .execute();
  return rows.filter(({ waits }) => waits.length > 0);
};

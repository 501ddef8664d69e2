import type { Kysely } from 'kysely';
import type { AuditTables } from '@app/domain/audit';
import type { IdentityTables } from '@app/domain/identity';
import type { ObligationsTables } from '@app/domain/obligations';
import { type Cases, existing } from '@app/domain/cases';
import { type Proposals, statusOf } from '@app/domain/mutation';
import { caseOf } from './case-streams.js';

/** Why a person cannot be forgotten yet: a case or a review that is not over, a duty that is open, an office that he still holds. */
export type Obstacle = Readonly<{ kind: 'case' | 'review' | 'duty' | 'office'; what: string; status: string }>;

export type ObstacleTables = AuditTables & IdentityTables & ObligationsTables;

type Services = Readonly<{ db: Kysely<ObstacleTables>; proposals: Pick<Proposals, 'load'>; cases: Pick<Cases, 'load'> }>;

/** A draft is nobody's business but its proposer's, who may be gone as well; it can't go in any more, since it is about somebody who is. */
const over: readonly (string | undefined)[] = ['draft', 'rejected', 'withdrawn', 'cancelled', 'rescinded', 'completed'];

/** @param concerned the streams of the cases that are about him, or in which he is one of many */
export const obstaclesTo = async (
  person: string,
  concerned: Iterable<string>,
  today: string,
  { db, proposals, cases }: Services,
): Promise<readonly Obstacle[]> => {
  const found: Obstacle[] = [];
  for (const stream of concerned) {
    const { kind, id } = caseOf(stream) ?? {};
    if (id === undefined) continue;
    if (kind === 'mutation') {
      const status = statusOf((await proposals.load(id)).state);
      if (status !== undefined && !over.includes(status)) found.push({ kind: 'case', what: id, status });
    } else {
      const { workflow } = existing((await cases.load(id)).state) ?? {};
      if (workflow && workflow.status !== 'closed' && workflow.status !== 'draft')
        found.push({ kind: 'case', what: id, status: workflow.status });
    }
  }
  // What an inspector writes then is encrypted for him as well, and would be lost.
  const reviews = await db
    .selectFrom('audit_reviews')
    .select(['id', 'status'])
    .where('subject', '=', person)
    .where('status', 'not in', ['clean', 'closed'])
    .execute();
  for (const { id, status } of reviews) found.push({ kind: 'review', what: id, status });
  const duties = await db
    .selectFrom('obligations')
    .select(['id', 'code', 'due_on'])
    .where('status', '=', 'open')
    .where((eb) => eb.or([eb('subject', '=', person), eb('owner', '=', `person:${person}`)]))
    .execute();
  for (const { id, code, due_on } of duties) found.push({ kind: 'duty', what: `${code} (${id})`, status: due_on });
  const held = await db
    .selectFrom('identity_grants')
    .select(['office', 'until_day'])
    .where('person', '=', person)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .execute();
  for (const { office, until_day } of held) found.push({ kind: 'office', what: office, status: until_day ?? 'open' });
  return found;
};

import { isLive, statusOf } from '@app/domain/mutation';
import type { CommandMeta } from '@app/event-store';
import type { PolicyDeps } from './deps.js';

/** A claim as the read model shows it. */
export type HeldClaim = Readonly<{ of: 'person' | 'post'; id: string; caseId: string; since: string }>;

/** A submission takes its claims a moment before its case is submitted: what is younger than this is left alone. */
const GRACE_MS = 10 * 60_000;

/**
 * Frees claims whose case is no longer live, or never came to be: a process that died between two steps leaves them.
 *
 * @returns how many were freed
 */
export const sweepOrphanClaims = async ({ cases, claims, clock }: Pick<PolicyDeps, 'cases' | 'claims' | 'clock'>, held: Iterable<HeldClaim>, meta: CommandMeta): Promise<number> => {
  let freed = 0;
  for (const { of, id, caseId, since } of held) {
    if (Date.parse(clock.now()) - Date.parse(since) < GRACE_MS) continue;
    const status = statusOf((await cases.load(caseId)).state);
    // A completed or effective transfer holds its post until the map shows the person; `effective` is live.
    if (isLive(status)) continue;
    if (of === 'person') await claims.releasePerson(caseId, id, 'the case is no longer live', meta);
    else await claims.releasePost(caseId, id, 'the case is no longer live', meta);
    freed++;
  }
  return freed;
};

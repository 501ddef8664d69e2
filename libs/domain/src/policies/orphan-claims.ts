import { v5 as uuidV5 } from 'uuid';
import type { CommandMeta } from '@app/event-store';
import { type ClaimRow, isLive, statusOf } from '@app/domain/mutation';
import type { PolicyDeps } from './deps.js';

const SWEEPER = 'claims-are-swept';

/** A submission takes its claims a moment before its case is submitted: what is younger than this is left alone. */
const GRACE_MS = 10 * 60_000;

/**
 * Frees claims whose case is no longer live, or never came to be: a process that died between two steps leaves them
 * (decisions 12). Called every few minutes with the claims that the read model shows.
 *
 * @returns how many were freed
 */
export const sweepOrphanClaims = async (
  { tenant, cases, claims, clock }: Pick<PolicyDeps, 'tenant' | 'cases' | 'claims' | 'clock'>,
  held: Iterable<ClaimRow>,
): Promise<number> => {
  const at = clock.now();
  let freed = 0;
  for (const { of, subject_id: subject, case_id: caseId, since } of held) {
    if (Date.parse(at) - Date.parse(since) < GRACE_MS) continue;
    // `effective` is live: its post is held until the map of posts shows the person.
    if (isLive(statusOf((await cases.load(caseId)).state))) continue;
    const commandId = uuidV5(`${of}/${subject}/${caseId}`, uuidV5(SWEEPER, uuidV5.DNS));
    const meta: CommandMeta = {
      actor: `system:${SWEEPER}`,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      at,
      tenant,
    };
    if (of === 'person') await claims.releasePerson(caseId, subject, 'the case is no longer live', meta);
    else await claims.releasePost(caseId, subject, 'the case is no longer live', meta);
    freed++;
  }
  return freed;
};

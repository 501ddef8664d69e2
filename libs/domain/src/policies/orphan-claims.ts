import { v7 as uuidv7 } from 'uuid';
import type { CommandMeta } from '@app/event-store';
import { claimedBy, type ClaimRow, isLive, type ProposalState, statusOf } from '@app/domain/mutation';
import type { PolicyDeps } from './deps.js';

/** A submission takes its claims a moment before its case is submitted: what has been an orphan for less than this is left alone. */
const GRACE_MS = 60_000;

type Deps = Pick<PolicyDeps, 'tenant' | 'cases' | 'claims' | 'clock'>;

/**
 * Frees claims that no live case needs: of a case that is dead, that never came to be, or that has another person or post by now.
 * A process that died between two steps leaves them (decisions 12).
 *
 * Only what was an orphan at an earlier look already is freed, by real time: a claim that was taken a moment ago looks old
 * after a jump of the business clock.
 */
export class OrphanClaims {
  /** Real time in milliseconds at which each was first seen to be one. */
  private seen: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly deps: Deps,
    private readonly real: () => number = () => performance.now(),
  ) {}

  /**
   * Looks once; called every few minutes with the claims that the read model shows.
   * @returns how many were freed
   */
  async sweep(held: Iterable<ClaimRow>): Promise<number> {
    const now = this.real();
    const seen = new Map<string, number>();
    let freed = 0;
    for (const row of held) {
      if (needs((await this.deps.cases.load(row.case_id)).state, row)) continue;
      const key = `${row.of}/${row.subject_id}/${row.case_id}/${row.since}`;
      const since = this.seen.get(key) ?? now;
      if (now - since >= GRACE_MS) {
        await this.free(row);
        freed++;
      } else seen.set(key, since);
    }
    this.seen = seen;
    return freed;
  }

  private async free({ of, subject_id: subject, case_id: caseId }: ClaimRow): Promise<void> {
    const { claims, clock, tenant } = this.deps;
    const id = uuidv7();
    const meta: CommandMeta = {
      actor: 'system:claims-are-swept',
      commandId: id,
      correlationId: id,
      causationId: id,
      at: clock.now(),
      tenant,
    };
    if (of === 'person') await claims.releasePerson(caseId, subject, 'no live case needs it', meta);
    else await claims.releasePost(caseId, subject, 'no live case needs it', meta);
  }
}

/** While it is repaired, a case holds what it was submitted with, and may already name another. `effective` is live: its post is held until the map of posts shows the person. */
const needs = (state: ProposalState, { of, subject_id: subject }: ClaimRow): boolean => {
  const { proposal } = state;
  if (!proposal || !isLive(statusOf(state))) return false;
  return claimedBy(proposal).some(({ employeeId, toPost }) => subject === (of === 'person' ? employeeId : toPost));
};

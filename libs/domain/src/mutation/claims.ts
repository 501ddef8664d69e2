import type { CommandMeta, Transactor } from '@app/event-store';
import { v7 as uuidv7 } from 'uuid';
import { claim, type ClaimState } from './claim.js';
import type { Dossier } from './events.js';
import type { TargetFacts } from './facts.js';
import type { Proposal } from './state.js';
import { personClaimStream, postClaimStream } from './streams.js';

type Claimed = Readonly<Pick<Dossier, 'employeeId' | 'toPost'>>;
/** What a case may hold: what it was submitted with last, and what it names since it was amended. */
export const claimedBy = ({ dossier, submissions }: Pick<Proposal, 'dossier' | 'submissions'>): readonly Claimed[] => [
  dossier,
  ...submissions.slice(-1).map((submission) => submission.dossier),
];

type Cause = Pick<CommandMeta, 'actor' | 'at' | 'correlationId' | 'causationId'>;

/**
 * Reservations of persons and posts: taken when a case is submitted, given back when it dies, kept when it takes effect.
 *
 * Every step may be repeated. Its command ids are new each time, since a claim may be taken, given back and taken again.
 */
export class Claims {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenant: string,
  ) {}

  /**
   * The person first, then the post (decisions 12).
   * @returns which of them this call has taken, to be given back should the submission fail
   * @throws Rejection `mutation.person-claimed`, `mutation.post-promised`; nothing is held then that was not before
   */
  async take(
    caseId: string,
    { employeeId, toPost }: Claimed,
    target: TargetFacts | null,
    cause: Cause,
  ): Promise<readonly string[]> {
    const person = personClaimStream(this.tenant, employeeId);
    const post = postClaimStream(this.tenant, toPost);
    const room = target ? target.need - (target.incumbents.length - target.leaving) : 0;
    const taken: string[] = [];
    if (await this.takeOne(person, 'person', 1, caseId, cause)) taken.push(person);
    try {
      if (await this.takeOne(post, 'post', room, caseId, cause)) taken.push(post);
    } catch (error) {
      await this.releaseStreams(taken, caseId, 'the post has no room', cause);
      throw error;
    }
    return taken;
  }

  /** Gives everything back that a case holds. */
  release(caseId: string, proposal: Pick<Proposal, 'dossier' | 'submissions'>, because: string, cause: Cause): Promise<void> {
    const streams = claimedBy(proposal).flatMap(({ employeeId, toPost }) => [
      postClaimStream(this.tenant, toPost),
      personClaimStream(this.tenant, employeeId),
    ]);
    return this.releaseStreams([...new Set(streams)], caseId, because, cause);
  }

  releasePerson(caseId: string, employeeId: string, because: string, cause: Cause): Promise<void> {
    return this.releaseStreams([personClaimStream(this.tenant, employeeId)], caseId, because, cause);
  }

  releasePost(caseId: string, postId: string, because: string, cause: Cause): Promise<void> {
    return this.releaseStreams([postClaimStream(this.tenant, postId)], caseId, because, cause);
  }

  /** The promise of the post is being kept: nobody else may take the place while the person is moved into it. */
  async occupy(caseId: string, postId: string, cause: Cause): Promise<void> {
    const data = { caseId, at: cause.at };
    await this.transactor.transact(
      postClaimStream(this.tenant, postId),
      claim,
      { type: 'OccupyClaim', data },
      this.metaOf(cause),
    );
  }

  async heldOnPost(postId: string): Promise<ClaimState> {
    return (await this.transactor.load(postClaimStream(this.tenant, postId), claim)).state;
  }

  async heldOnPerson(personId: string): Promise<ClaimState> {
    return (await this.transactor.load(personClaimStream(this.tenant, personId), claim)).state;
  }

  async releaseStreams(streams: readonly string[], caseId: string, because: string, cause: Cause): Promise<void> {
    for (const stream of streams) {
      const data = { caseId, because, at: cause.at };
      await this.transactor.transact(stream, claim, { type: 'ReleaseClaim', data }, this.metaOf(cause));
    }
  }

  private async takeOne(stream: string, of: 'person' | 'post', limit: number, caseId: string, cause: Cause): Promise<boolean> {
    const data = { of, caseId, limit, at: cause.at };
    const { events } = await this.transactor.transact(stream, claim, { type: 'TakeClaim', data }, this.metaOf(cause));
    return events.length > 0;
  }

  private metaOf({ actor, at, correlationId, causationId }: Cause): CommandMeta {
    return { actor, at, correlationId, causationId, commandId: uuidv7(), tenant: this.tenant };
  }
}

import type { ServiceError } from '@grpc/grpc-js';
import type { Fault, Faults, Operation } from './faults.js';
import { accessDenied, notLeader, tooLarge, unavailable } from './refusals.js';
import type { Expectation, Proposed, ServerLog, Verdict } from './server-log.js';
import type { Drop, Follower } from './follower.js';

type Caller = Readonly<{ metadata: Readonly<{ get: (key: string) => readonly (string | Buffer)[] }> }>;

export type NodeOptions = Readonly<{
  log: ServerLog;
  faults: Faults;
  /** What an append may weigh: data, metadata and twice the type. */
  maxAppendSize: number;
  /** What a caller's `authorization` must be; nothing is asked of him by default. */
  credentials?: Readonly<{ username: string; password: string }>;
  /** What becomes of a live subscriber who reads too slowly: dropped up to 23.10, sent back to catching up since 24.2. */
  slowConsumers: 'dropped' | 'catch up';
}>;

/** What the calls of one server share. */
export class Node {
  readonly log: ServerLog;
  readonly faults: Faults;
  readonly slowConsumers: NodeOptions['slowConsumers'];
  readonly followers = new Set<Follower>();
  /** Where it listens, which it names as the leader. */
  address = { host: '127.0.0.1', port: 0 };
  /** Told where each subscription to `$all` begins. */
  onSubscribe: (after: bigint) => void = () => undefined;
  /** How often each method was called. */
  readonly calls = new Map<string, number>();

  constructor(private readonly options: NodeOptions) {
    this.log = options.log;
    this.faults = options.faults;
    this.slowConsumers = options.slowConsumers;
  }

  /** What befalls a request, and the error it meets at the door. */
  admit(operation: Operation, { metadata }: Caller): Readonly<{ error?: ServiceError; fault?: Fault | undefined }> {
    const { credentials } = this.options;
    if (credentials) {
      const wanted = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
      if (metadata.get('authorization')[0] !== wanted) return { error: accessDenied() };
    }
    const fault = this.faults.of(operation);
    if (fault === 'unavailable') return { error: unavailable() };
    const leaderOnly = metadata.get('requires-leader')[0] === 'true';
    if (fault === 'not-leader' && leaderOnly) return { error: notLeader(this.address.host, this.address.port) };
    return { fault };
  }

  counted(method: string): void {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
  }

  /** Carries an append out as the fault has it, and answers, or does not. */
  async write(
    fault: Fault | undefined,
    stream: string,
    events: readonly Proposed[],
    expected: Expectation,
    answer: (verdict: Verdict | ServiceError) => void,
  ): Promise<void> {
    await this.faults.delayed(fault);
    if (fault === 'drop') return;
    const size = events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0);
    if (size > this.options.maxAppendSize) return answer(tooLarge(this.options.maxAppendSize));
    let verdict = this.log.append(stream, events, expected);
    if (fault === 'duplicate') verdict = this.log.append(stream, events, expected);
    this.grown();
    if (fault === 'ack-lost') return;
    answer(fault === 'cut' ? unavailable() : verdict);
  }

  /** Tells the live readers that there is more. */
  grown(): void {
    for (const follower of this.followers) follower.more();
  }

  /** Ends every live subscription, and says how many there were. */
  drop(error: Drop): number {
    const dropped = [...this.followers];
    for (const follower of dropped) follower.drop(error);
    return dropped.length;
  }
}

import { randomUUID } from 'node:crypto';
import type { ServiceError } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { filterOf, type ServerFilter } from './filter.js';
import type { Node } from './node.js';
import { drained, messageOf, type ReadCall } from './sending.js';
import { tooSlow } from './refusals.js';
import type { Written } from './server-log.js';
import { caughtUp, checkpointAt, confirmation } from './wire.js';

export type Drop = ServiceError;

/** `MaxLiveEventBufferCount` of the server. */
const liveBuffer = 32;

/**
 * A subscription to a stream or to `$all`: confirmation, what is there already, "caught up", and then what comes.
 *
 * It starts after the revision or position it was given. A checkpoint is sent after every so many considered events,
 * and never ahead of one that was not sent.
 */
export class Follower {
  /** How far in `$all` it has looked. */
  private index: number;
  private considered = 0;
  private live = false;
  private waiting = false;
  private going = false;
  private ended = false;
  private readonly filter: ServerFilter | undefined;
  private readonly after: bigint;

  constructor(
    private readonly node: Node,
    private readonly call: ReadCall,
    private readonly stream: string | undefined,
    private readonly options: ReadReq.Options,
  ) {
    const { all } = node.log;
    const from = stream === undefined ? options.getAll() : options.getStream();
    const position = options.getAll()?.getPosition();
    this.filter = filterOf(options.getFilter());
    this.after = options.getStream()?.hasRevision() ? BigInt(options.getStream()?.getRevision() ?? 0) : -1n;
    node.onSubscribe(BigInt(position?.getCommitPosition() ?? 0));
    if (from?.hasEnd()) this.index = all.length;
    else this.index = position ? node.log.indexFrom(BigInt(position.getCommitPosition()) + 1n) : 0;
  }

  begin(): void {
    this.node.followers.add(this);
    const end = () => this.end();
    this.call.on('cancelled', end).on('close', end).on('error', end);
    this.call.write(confirmation(randomUUID()));
    void this.go();
  }

  /** The log has grown. A live reader who has not taken what came before is too slow, once his buffer is full. */
  more(): void {
    const behind = this.node.log.all.length - this.index;
    if (this.live && this.waiting && behind > liveBuffer) {
      if (this.node.slowConsumers === 'dropped') return this.drop(tooSlow());
      this.live = false;
    }
    void this.go();
  }

  drop(error: Drop): void {
    if (this.ended) return;
    this.end();
    this.call.emit('error', error);
  }

  private end(): void {
    this.ended = true;
    this.node.followers.delete(this);
  }

  private async go(): Promise<void> {
    if (this.going) return;
    this.going = true;
    const { all } = this.node.log;
    while (!this.ended) {
      const event = all[this.index];
      if (event) await this.consider(event);
      else if (this.live) break;
      else {
        this.live = true;
        this.call.write(caughtUp());
      }
    }
    this.going = false;
  }

  private async consider(event: Written): Promise<void> {
    this.index += 1;
    if (this.wants(event)) await this.write(messageOf(this.node.log, event, this.options));
    if (!this.filter || this.stream !== undefined || this.ended) return;
    this.considered += 1;
    if (this.considered % this.filter.checkpointEvery === 0) await this.write(checkpointAt(event.position));
  }

  private wants(event: Written): boolean {
    if (this.stream === undefined) return this.filter?.wants(event) ?? true;
    if (event.stream !== this.stream || event.revision <= this.after) return false;
    return this.node.log.visible(event.stream)?.includes(event) ?? false;
  }

  private async write(message: ReturnType<typeof messageOf>): Promise<void> {
    if (this.call.write(message)) return;
    this.waiting = true;
    await drained(this.call);
    this.waiting = false;
  }
}

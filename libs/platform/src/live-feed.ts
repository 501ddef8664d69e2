import { PassThrough, type Readable } from 'node:stream';

/** Something under a topic has changed, up to a position of the log. What changed, the reader asks for. */
export type FeedMessage = Readonly<{ topic: string; position: string }>;

type Options = Readonly<{
  /** How many messages are kept for readers who come back. */
  kept?: number;
  /** Milliseconds between signs of life. */
  heartbeat?: number;
}>;

/**
 * Tells browsers that something changed (server-sent events), in this process.
 *
 * A reader who comes back with a position that is still kept gets what it missed; with another, the topic `*`:
 * ask for everything again. A reader who does not keep up is let go, and comes back.
 */
export class LiveFeed {
  private readonly readers = new Set<PassThrough>();
  private recent: FeedMessage[] = [];
  private readonly kept: number;
  private readonly beating: NodeJS.Timeout;

  constructor({ kept = 1000, heartbeat = 15_000 }: Options = {}) {
    this.kept = kept;
    this.beating = setInterval(() => this.send(': still here\n\n'), heartbeat);
    this.beating.unref();
  }

  publish(topic: string, position: string): void {
    const message = { topic, position };
    this.recent.push(message);
    if (this.recent.length > 2 * this.kept) this.recent = this.recent.slice(-this.kept);
    this.send(frameOf(message));
  }

  /**
   * A stream of `text/event-stream`. Destroying it ends it.
   * @param lastEventId the `Last-Event-ID` of a reader who was here before
   */
  open(lastEventId?: string): Readable {
    const reader = new PassThrough({ highWaterMark: 256 * 1024 });
    reader.write('retry: 2000\n\n');
    if (lastEventId) for (const message of this.missedSince(lastEventId)) reader.write(frameOf(message));
    this.readers.add(reader);
    reader.once('close', () => this.readers.delete(reader));
    return reader;
  }

  get size(): number {
    return this.readers.size;
  }

  /** Lets every reader go. */
  close(): void {
    clearInterval(this.beating);
    for (const reader of this.readers) reader.end();
  }

  private missedSince(position: string): readonly FeedMessage[] {
    const seen = this.recent.findLastIndex((message) => message.position === position);
    return seen < 0 ? [{ topic: '*', position }] : this.recent.slice(seen + 1);
  }

  private send(frame: string) {
    for (const reader of this.readers) if (!reader.write(frame)) reader.destroy();
  }
}

const frameOf = (message: FeedMessage) => `id: ${message.position}\ndata: ${JSON.stringify(message)}\n\n`;

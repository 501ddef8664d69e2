import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './member.js';

/** A browser that listens to the live feed: where it is cut off it comes back, at the other api, saying what it heard last. */
export class FeedListener {
  /** How often it was cut off and came back. */
  returns = 0;
  /** The newest position that it heard of. */
  position = 0n;
  private lastId: string | undefined;
  private readonly gone = new AbortController();
  private listening: Promise<void> | undefined;

  constructor(
    private readonly apis: readonly Member[],
    private readonly token: string,
  ) {}

  start(): void {
    this.listening = this.listen();
  }

  async stop(): Promise<void> {
    this.gone.abort();
    await this.listening;
  }

  private async listen(): Promise<void> {
    for (let turn = 0; !this.gone.signal.aborted; turn += 1) {
      const member = this.apis[turn % this.apis.length];
      const heard = member ? await this.hear(member).catch(() => false) : false;
      if (heard) this.returns += 1;
      await pause(100, undefined, { signal: this.gone.signal }).catch(() => undefined);
    }
  }

  /** @returns whether it was let in, once it has been cut off */
  private async hear(member: Member): Promise<boolean> {
    const response = await fetch(`${member.url}/api/events`, {
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(this.lastId === undefined ? {} : { 'last-event-id': this.lastId }),
      },
      signal: this.gone.signal,
    });
    if (response.status !== 200 || !response.body) return false;
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of response.body) {
        rest += decoder.decode(chunk, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('id: ')) this.note(line.slice(4));
      }
    } catch {
      // cut off in the middle
    }
    return true;
  }

  private note(id: string): void {
    this.lastId = id;
    if (BigInt(id) > this.position) this.position = BigInt(id);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Json } from '../../support/http-client.js';
import type { Member } from './member.js';

/** One request as it went to one process. */
export type Attempt = Readonly<{
  member: string;
  from: number;
  until: number;
  outcome: number | 'cut off';
  what: string;
  said: string;
}>;

export type Reply = Readonly<{ status: number; body: Json; position: string | undefined }>;

type Asking = Readonly<{ token?: string; body?: unknown; key?: string }>;

/** How long somebody tries before he gives up: far longer than any process is away. */
const patienceMs = 60_000;

/** What stands before several apis: takes them in turns, and goes to the other where one does not answer. */
export class FrontDoor {
  readonly attempts: Attempt[] = [];
  private turn = 0;

  constructor(readonly apis: readonly Member[]) {}

  /**
   * Asks until one of them answers, and not that it cannot, each time under the same `Idempotency-Key`.
   * @param first who is asked first; whose turn it is where nobody is named
   */
  async ask(method: string, path: string, asking: Asking = {}, first?: Member): Promise<Reply> {
    let at = first ? this.apis.indexOf(first) : this.turn++;
    for (const end = performance.now() + patienceMs; ; at += 1) {
      const member = this.apis[at % this.apis.length];
      if (!member) throw new Error('there is no api');
      const reply = await this.attempt(member, method, path, asking);
      if (reply && reply.status < 500) return reply;
      if (performance.now() > end) throw new Error(`nobody answered ${method} ${path} for ${patienceMs / 1000} s`);
      await pause(50);
    }
  }

  /** One try at one of them; `undefined` where the connection was refused or cut off. */
  async attempt(member: Member, method: string, path: string, { token, body, key }: Asking): Promise<Reply | undefined> {
    const from = performance.now();
    const note = (outcome: Attempt['outcome'], said: string) =>
      this.attempts.push({ member: member.name, from, until: performance.now(), outcome, what: `${method} ${path}`, said });
    try {
      const response = await fetch(`${member.url}/api${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      note(response.status, response.status < 400 ? '' : text.slice(0, 500));
      return {
        status: response.status,
        body: new Json(text === '' ? undefined : JSON.parse(text)),
        position: response.headers.get('x-position') ?? undefined,
      };
    } catch (error) {
      note('cut off', String(Object(Object(error).cause ?? error))); // an error of another realm, in Jest
      return undefined;
    }
  }

  async signIn(username: string, at?: Member): Promise<string> {
    const { status, body } = await this.ask('POST', '/session', { body: { username, password: 'kepahiang' } }, at);
    if (status !== 201) throw new Error(`${username} could not sign in: ${status}`);
    return body.text('token');
  }
}

import { v5 as uuidV5 } from 'uuid';
import type { MailOutbox } from './mail-outbox.js';
import type { Mailer } from './mailer.js';
import type { NoticeCommand } from './notice.js';
import type { Notices } from './notices.js';

/** A letter to a person; `to` is `null` where no address is known. */
export type Letter = Readonly<{ id: string; person: string; to: string | null; subject: string; text: string; at: string }>;

export type MailRoomOptions = Readonly<{
  outbox: MailOutbox;
  mailer: Mailer;
  /** Whether `mailer` really carries mail; where it does not, letters are only kept. */
  carries: boolean;
  /** Real time in milliseconds since the epoch. */
  real?: () => number;
  /** Told when a letter was handed over and marked. */
  onSent: (id: string, messageId: string, attempts: number) => Promise<void>;
  onFailed: (id: string, attempts: number, error: string) => Promise<void>;
}>;

/** Records in the notice what became of its letter; to be given to a `MailRoom`. */
export const markedIn = (notices: Notices, tenant: string, now: () => string): Pick<MailRoomOptions, 'onSent' | 'onFailed'> => {
  const mark = async (id: string, attempts: number, command: NoticeCommand) => {
    const commandId = uuidV5(`mail/${id}/${command.type}/${attempts}`, uuidV5.DNS);
    await notices.execute(id, command, {
      actor: 'system:mail-room',
      commandId,
      correlationId: commandId,
      causationId: commandId,
      at: command.data.at,
      tenant,
    });
  };
  return {
    onSent: (id, messageId, attempts) => mark(id, attempts, { type: 'MarkMailed', data: { messageId, attempts, at: now() } }),
    onFailed: (id, attempts, error) => mark(id, attempts, { type: 'MarkMailFailed', data: { attempts, error, at: now() } }),
  };
};

const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const BATCH = 50;
/** Letters that were taken are this process's alone for so long, and handed over within half of it: the last of them may be slow. */
const LEASE_MS = 60_000;

/** Servers name the recipient in what they refuse. The log keeps that for ever and in clear, so an address has no place in it. */
const withoutAddresses = (error: string): string => error.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…');

/** The same for every attempt, so that a letter that came twice is known for one. */
export const messageIdOf = (id: string): string => `<${id}@alur>`;

/**
 * Records letters and hands them over.
 *
 * A letter goes out twice only when the process dies between handing it over and marking it, and then its attempts say so.
 * A server that is away is tried again, later each time; nothing waits for it.
 */
export class MailRoom {
  readonly #real: () => number;
  #delivering: Promise<number> | undefined;
  #stopped = false;

  constructor(private readonly options: MailRoomOptions) {
    this.#real = options.real ?? Date.now;
  }

  /** Records a letter; recording it again changes nothing. It is handed over by `deliver`. */
  async post({ id, person, to, subject, text, at }: Letter): Promise<void> {
    const status = this.options.carries && to !== null ? 'waiting' : 'kept';
    await this.options.outbox.record({
      id,
      person,
      messageId: messageIdOf(id),
      to,
      subject,
      text,
      status,
      at,
      now: this.#instant(0),
    });
  }

  /** Hands over what waits, and says how many went out. Called every few seconds. */
  deliver(): Promise<number> {
    this.#delivering ??= this.#deliverAll().finally(() => {
      this.#delivering = undefined;
    });
    return this.#delivering;
  }

  /** Finishes the letter in hand, and takes no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#delivering?.catch(() => undefined); // said where it was asked for
  }

  async #deliverAll(): Promise<number> {
    let sent = 0;
    for (;;) {
      if (this.#stopped) return sent;
      const until = this.#real() + LEASE_MS / 2;
      const letters = await this.options.outbox.take(this.#instant(0), BATCH, LEASE_MS / 1000);
      if (letters.length === 0) return sent;
      for (const [n, letter] of letters.entries()) {
        // A slow server, or the end: what is left is given back, for whoever is there.
        if (this.#stopped || this.#real() > until) {
          const left = letters.slice(n).map(({ id }) => id);
          await this.options.outbox.giveBack(left, this.#instant(0));
          return sent;
        }
        if (await this.#handOver(letter)) sent++;
      }
    }
  }

  async #handOver({
    id,
    attempts,
    ...mail
  }: Readonly<{ id: string; attempts: number; messageId: string; to: string; subject: string; text: string }>): Promise<boolean> {
    const { outbox, mailer, onSent, onFailed } = this.options;
    try {
      await mailer.send(mail);
    } catch (cause) {
      const error = withoutAddresses(cause instanceof Error ? cause.message : String(cause));
      await outbox.failed(id, error, this.#instant(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1))));
      await onFailed(id, attempts, error);
      return false;
    }
    await outbox.sent(id, this.#instant(0));
    await onSent(id, mail.messageId, attempts);
    return true;
  }

  #instant(inMs: number): string {
    return new Date(this.#real() + inMs).toISOString();
  }
}

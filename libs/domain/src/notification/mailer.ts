/** A letter, ready to go out. */
export type Mail = Readonly<{ messageId: string; to: string; subject: string; text: string }>;

/** Hands letters over to whoever carries them. */
export abstract class Mailer {
  /**
   * Returns once it has been taken over. A letter that was handed over twice keeps its `messageId`, by which a
   * reader's program knows it again.
   * @throws Error when it was not taken over; it may be tried again
   */
  abstract send(mail: Mail): Promise<void>;

  abstract close(): Promise<void>;
}

/** Where no mail server is configured: the record in the outbox is all there is. */
export class OutboxOnly extends Mailer {
  async send(): Promise<void> {}

  async close(): Promise<void> {}
}

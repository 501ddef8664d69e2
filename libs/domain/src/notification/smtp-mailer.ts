import { createTransport } from 'nodemailer';
import { type Mail, Mailer } from './mailer.js';

/** A server that does not answer must not hold up the next letter for minutes. */
const PATIENCE_MS = 10_000;

/**
 * Sends by SMTP.
 *
 * @param url `smtp://user:password@host:port`, or `smtps://…`
 * @param from the sender, `Alur <alur@example.go.id>`
 */
export class SmtpMailer extends Mailer {
  readonly #transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.#transport = createTransport({
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  async send({ messageId, to, subject, text }: Mail): Promise<void> {
    await this.#transport.sendMail({ messageId, from: this.from, to, subject, text });
  }

  async close(): Promise<void> {
    this.#transport.close();
  }
}

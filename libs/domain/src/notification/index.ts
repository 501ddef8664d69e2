/**
 * Telling people: notices in the application, and the same by mail.
 *
 * It does not know what people are told of: code, facts and link are handed to it. One cause tells one person once.
 */
export type { NoticeEvent } from './events.js';
export { MailOutbox } from './mail-outbox.js';
export type { MailOutboxTables, MailStatus } from './mail-outbox.js';
export { MailRoom, markedIn, messageIdOf } from './mail-room.js';
export type { Letter, MailRoomOptions } from './mail-room.js';
export { Mailer, OutboxOnly } from './mailer.js';
export type { Mail } from './mailer.js';
export { notice } from './notice.js';
export type { NoticeCommand, NoticeState } from './notice.js';
export { noticeId, Notices, noticeStream } from './notices.js';
export type { NoticeRow } from './projections.js';
export { mailOf, noticesOf, unreadOf } from './queries.js';
export type { NotificationTables } from './queries.js';
export { SmtpMailer } from './smtp-mailer.js';
export { texts } from './texts.js';
export { wordsOf } from './words.js';
export type { Language, TextFacts, Texts, Words } from './words.js';
import { notices } from './projections.js';

export { notices };
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [notices];

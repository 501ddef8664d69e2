/**
 * What every app needs and no rule does: settings, log, login, problem+json, health, live feed.
 * For apps only; it would serve any other business as well.
 */
export { Accounts } from './auth/accounts.js';
export type { Identity, Login, NewAccount, TokenNote } from './auth/accounts.js';
export { Answers } from './answers.js';
export type { AnswerTables, Repeatable } from './answers.js';
export { AuthGuard, Caller, callerOf, Public, sessionCookie } from './auth/auth.guard.js';
export { Journeys } from './auth/journeys.js';
export type { Journey } from './auth/journeys.js';
export { PasswordSigning, Signing } from './auth/signing.js';
export type { Proof, Signed, Signer } from './auth/signing.js';
export { Provider } from './auth/provider.js';
export type { Outsider } from './auth/provider.js';
export { createAuthTables } from './auth/schema.js';
export type { AuthTables } from './auth/schema.js';
export { ConfigError, readConfig } from './config.js';
export type { Config, OidcSettings } from './config.js';
export { correlationOf } from './correlation.js';
export type { FieldError } from './field-words.js';
export { Health, Metrics } from './health.js';
export type { HealthCheck, HealthReport, HealthStatus } from './health.js';
export { LiveFeed } from './live-feed.js';
export type { FeedMessage } from './live-feed.js';
export { nestLog, openLog } from './log.js';
export type { Log } from './log.js';
export { masterKeyOf } from './master-key.js';
export { isPlainText } from './plain-input.js';
export { ProblemFilter } from './problem.filter.js';
export { problemOf, Refusal, refusalOf } from './problem.js';
export type { Problem } from './problem.js';
export { platformTexts } from './texts.js';
export { languageOf, translator } from './translator.js';
export type { Language, Texts, Translate } from './translator.js';
export { invalidFields, requestValidation } from './validation.js';

import type { LoggerService } from '@nestjs/common';
import { destination, pino, type Logger } from 'pino';

export type Log = Logger;

/** Never written, wherever they turn up: what opens doors, and who somebody is. */
const secret = ['password', 'token', 'authorization', 'cookie', 'name', 'nip', 'reason', 'note', 'text'];

/** A log of JSON lines on stderr. Without secrets and personal data. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[kept out]' },
    },
    destination({ fd: 2, sync: true }),
  );

/** The same log, for Nest. Nest's own tale of its modules is told at `debug`. */
export const nestLog = (log: Log): LoggerService => {
  const at =
    (level: 'debug' | 'warn' | 'error' | 'fatal' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      const text = message instanceof Error ? { err: message } : { message: String(message) };
      log[level]({ ...text, about: rest.filter((part) => typeof part === 'string').slice(-1)[0] });
    };
  return { log: at('debug'), warn: at('warn'), error: at('error'), fatal: at('fatal'), debug: at('trace'), verbose: at('trace') };
};

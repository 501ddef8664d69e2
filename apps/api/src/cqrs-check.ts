import 'reflect-metadata';
import type { Type } from '@nestjs/common';

// Where @nestjs/cqrs 12 notes what a handler handles; it does not export the names, so a test holds them.
const COMMAND_HANDLER_METADATA = '__commandHandler__';
const QUERY_HANDLER_METADATA = '__queryHandler__';

const handledBy = (handler: Type): unknown =>
  Reflect.getMetadata(COMMAND_HANDLER_METADATA, handler) ?? Reflect.getMetadata(QUERY_HANDLER_METADATA, handler);

/**
 * That every command and query has exactly one handler. The buses themselves would let a second one win in
 * silence, and miss one only when it is asked for.
 * @throws Error naming all that is wrong
 */
export const checkHandlers = (messages: readonly Type[], handlers: readonly Type[]): void => {
  const problems = messages.flatMap((message) => {
    const found = handlers.filter((handler) => handledBy(handler) === message).map(({ name }) => name);
    if (found.length === 1) return [];
    return [
      found.length === 0 ? `${message.name} has no handler` : `${message.name} has ${found.length} handlers: ${found.join(', ')}`,
    ];
  });
  const strangers = handlers
    .filter((handler) => !messages.some((message) => handledBy(handler) === message))
    .map(({ name }) => `${name} handles nothing that is listed`);
  if (problems.length + strangers.length > 0)
    throw new Error(`The buses are not complete:\n${[...problems, ...strangers].map((line) => `  - ${line}`).join('\n')}`);
};

import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { whereNotPlain, whereTooMuch } from './plain-input.js';
import type { FieldError } from './field-words.js';
import { Refusal } from './problem.js';

/** Checks a request's body and query against its class; a field that the class does not know is refused. */
export const requestValidation = (): ValidationPipe =>
  new PlainValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false, // a class without fields takes an empty body; what is in it is refused by the line above
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => invalidFields(fieldErrors(errors)),
  });

/** Looks before it transforms, which recurses, and before anything is stored. */
class PlainValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const field = whereNotPlain(value);
      if (field !== undefined) throw invalidFields([{ field, code: 'field.is-plain', message: 'is-plain' }]);
      const large = whereTooMuch(value);
      if (large !== undefined) throw invalidFields([{ field: large, code: 'field.too-large', message: 'too-large' }]);
    }
    return super.transform(metadata.type === 'query' ? givenOnly(value) : value, metadata);
  }
}

/** In an address `?status=` asks for nothing in particular: a form that was left empty. */
const givenOnly = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== ''))
    : value;

/** A 400 that names each field. */
export const invalidFields = (errors: readonly FieldError[]): Refusal =>
  new Refusal(400, 'request.invalid', { fields: errors.map(({ field }) => field).join(', ') }, errors);

const fieldErrors = (errors: readonly ValidationError[], path = ''): readonly FieldError[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path ? `${path}.${property}` : property;
    const own = Object.entries(constraints).map(([rule, message]) => ({ field, code: codeOf(rule), message }));
    return [...own, ...fieldErrors(children, field)];
  });

/** `isNotEmpty` → `field.is-not-empty`; a field that nobody knows has a name of its own. */
const codeOf = (rule: string) =>
  rule === 'whitelistValidation' ? 'field.unknown' : `field.${rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

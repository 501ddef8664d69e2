import { invalidFields, type Refusal, requestValidation } from '@app/platform';
import type { ArgumentMetadata } from '@nestjs/common';

/** A 400 about one field that no class could check. The words are in the catalogue under `field.<rule>`. */
export const wrong = (field: string, rule: string): Refusal => invalidFields([{ field, code: `field.${rule}`, message: rule }]);

/**
 * Checks what is no body of Nest's: the fields of a multipart form.
 * @throws Refusal 400 naming each field
 */
export const validated = async <T extends object>(metatype: new () => T, value: unknown): Promise<T> => {
  const metadata: ArgumentMetadata = { type: 'body', metatype };
  const instance: unknown = await requestValidation().transform(value, metadata);
  if (!(instance instanceof metatype)) throw wrong('', 'is-object');
  return instance;
};

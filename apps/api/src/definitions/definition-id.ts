import { Injectable, type PipeTransform } from '@nestjs/common';
import { unknownDefinition } from '@app/domain/definitions';

/** The `:id` of a definition's address. What cannot be one is not there. */
@Injectable()
export class DefinitionId implements PipeTransform<string, string> {
  /** @throws Rejection `definitions.unknown` (missing) */
  transform(value: string): string {
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(value)) throw unknownDefinition(value.slice(0, 80));
    return value;
  }
}

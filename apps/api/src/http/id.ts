import { ParseUUIDPipe } from '@nestjs/common';
import { wrong } from './validation.js';

/** The `:id` of an address. */
export const Id = new ParseUUIDPipe({ exceptionFactory: () => wrong('id', 'is-uuid') });

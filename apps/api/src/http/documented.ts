import { applyDecorators, type Type, UseInterceptors } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCookieAuth,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiProduces,
  ApiResponse,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { AfterInterceptor } from './after.interceptor.js';
import { Problem } from './problem-response.js';
import { WorkbookInterceptor } from './workbook.interceptor.js';
import { workbookType } from './workbook.js';

const refused = [
  ApiBadRequestResponse({ type: Problem, description: 'The shape is wrong, or a field is unknown' }),
  ApiUnauthorizedResponse({ type: Problem, description: 'Not signed in' }),
  ApiForbiddenResponse({ type: Problem, description: 'Not yours to do' }),
  ApiNotFoundResponse({ type: Problem, description: 'Not there, or none of your business' }),
];

/** Takes `?after=`. Writes take none of this, and so none of what it costs. */
export const Awaits = () => UseInterceptors(AfterInterceptor);

/** A read: what it is for and what it answers. */
export const Reads = (summary: string, type: Type) =>
  applyDecorators(
    Awaits(),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ApiCookieAuth(),
    ApiResponse({ status: 200, type }),
    ...refused,
  );

/** A list: also to be had as a workbook. */
export const Lists = (summary: string, type: Type) =>
  applyDecorators(Reads(summary, type), UseInterceptors(WorkbookInterceptor), ApiProduces('application/json', workbookType));

/** A write: repeatable by key. */
export const Writes = (summary: string, status: number, type?: Type) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ApiCookieAuth(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key with the same body answers as the first time and does nothing more',
    }),
    ApiResponse({
      status,
      ...(type ? { type } : {}),
      headers: { 'X-Position': { description: 'For `?after=`', schema: { type: 'string' } } },
    }),
    ApiConflictResponse({ type: Problem, description: 'Not possible as things stand' }),
    ApiUnprocessableEntityResponse({
      type: Problem,
      description: 'The request does not make sense, or its key was used for another one',
    }),
    ...refused,
  );

/** A write that may answer in few words. */
export const Terse = (type: Type) =>
  applyDecorators(
    ApiHeader({ name: 'Prefer', required: false, description: '`return=minimal`: answers only where the proposal stands now' }),
    ApiExtraModels(type),
  );

/** A write that may be made conditional on the version that was read. */
export const Conditional = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag that was read: 412 when somebody was faster, or something else changed who may act',
    }),
    ApiPreconditionFailedResponse({ type: Problem, description: 'Someone was faster' }),
  );

import { languageOf } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { workbookOf, workbookType } from './workbook.js';
import { Wording } from './wording.js';

type Page = Readonly<{ items: readonly unknown[]; nextCursor: string | null }>;
const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items) && 'nextCursor' in value;

/** More rows than anybody reads; a workbook is made in memory. */
const mostRows = 20_000;

/** Any list as a workbook, where `Accept` or `?format=xlsx` asks for one: every page of it, one after the other. */
@Injectable()
export class WorkbookInterceptor implements NestInterceptor {
  constructor(private readonly wording: Wording) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const query: Readonly<Record<string, unknown>> = { ...(request.query as object) }; // Fastify's parser gives an object without a type
    const wanted = query['format'] === 'xlsx' || (request.headers.accept ?? '').includes(workbookType);
    if (!wanted) return next.handle();

    request.query = { ...query, limit: '200' };
    let page: unknown = await lastValueFrom(next.handle());
    if (!isPage(page)) return of(page);
    const items = [...page.items];
    while (page.nextCursor !== null && items.length < mostRows) {
      request.query = { ...query, limit: '200', cursor: page.nextCursor };
      page = await lastValueFrom(next.handle());
      if (!isPage(page)) break;
      items.push(...page.items);
    }

    const language = languageOf(request.headers['accept-language']);
    const name = request.url
      .replace(/\?.*$/, '')
      .replace(/^\/api\//, '')
      .replaceAll(/[^\w-]+/g, '-');
    const asked = Object.entries(query).filter(([key]) => !['format', 'limit', 'cursor', 'after'].includes(key));
    const stamp = [
      this.wording.say('list.made', language, { at: this.wording.now(), count: items.length }),
      ...(asked.length > 0
        ? [
            this.wording.say('list.filter', language, {
              filter: asked.map(([key, value]) => `${key} = ${String(value)}`).join(', '),
            }),
          ]
        : []),
    ];
    const bytes = await workbookOf({
      name,
      items,
      stamp,
      language,
      heading: (column) => this.wording.find(`column.${column}`, language) ?? column,
    });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('cache-control', 'no-store');
    return of(
      new StreamableFile(bytes, { type: workbookType, length: bytes.length, disposition: `attachment; filename="${name}.xlsx"` }),
    );
  }
}

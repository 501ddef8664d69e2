import { type Language, languageOf, Refusal, type Translate } from '@app/platform';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';

/** What class-validator's own sentence says of the rule: its limits, or what it allows. */
const factsIn = (message: string): Readonly<Record<string, string>> => ({
  limit: (message.replace(/^\S+/, '').match(/\d+/g) ?? []).join('–'),
  allowed: /values: (.*)$/.exec(message)?.[1] ?? '',
});

/** Says in the caller's language what is wrong with each field. It stands outside of the pipes, where the language is known. */
export class FieldWordsInterceptor implements NestInterceptor {
  constructor(private readonly translate: Translate) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const language = languageOf(headers['accept-language']);
    return next.handle().pipe(
      catchError((thrown: unknown) => {
        throw thrown instanceof Refusal && thrown.errors ? this.said(thrown, language) : thrown;
      }),
    );
  }

  private said({ status, code, facts, errors = [] }: Refusal, language: Language): Refusal {
    const words = errors.map(({ field, code: rule, message }) => ({
      field,
      code: rule,
      message: this.translate(rule, language, factsIn(message)) ?? message,
    }));
    return new Refusal(status, code, facts, words);
  }
}

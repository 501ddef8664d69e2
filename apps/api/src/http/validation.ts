import { BadRequestException, type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';

/** One thing that is wrong with a request; the words for it are in the catalogue under `validation.<code>`. */
export type Wrong = Readonly<{ field: string; code: string; facts: Readonly<Record<string, unknown>> }>;

/** The shape of a request is wrong. Becomes 400 `validation` with a row for each field. */
export class InvalidRequest extends BadRequestException {
  readonly code = 'validation';

  constructor(readonly wrong: readonly Wrong[]) {
    super({ code: 'validation', errors: wrong });
  }
}

const rowsOf = (errors: readonly ValidationError[], parent = ''): Wrong[] =>
  errors.flatMap(({ property, constraints, children, contexts }) => {
    const field = `${parent}${property}`;
    const own = Object.entries(constraints ?? {}).map(([code, message]) => ({ field, code, facts: { message, ...contexts?.[code] } }));
    return [...own, ...rowsOf(children ?? [], `${field}.`)];
  });

/** Unknown fields are refused, texts of a query become numbers where the class says so, and every wrong field is named. */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidRequest(rowsOf(errors)),
  });

/** Validates what is no body of Nest's: the fields of a multipart form. */
export const validated = async <T extends object>(metatype: new () => T, value: unknown): Promise<T> => {
  const metadata: ArgumentMetadata = { type: 'body', metatype };
  const instance: unknown = await requestValidation().transform(value, metadata);
  if (!(instance instanceof metatype)) throw new InvalidRequest([{ field: '', code: 'isObject', facts: {} }]);
  return instance;
};

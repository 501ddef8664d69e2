import { registerDecorator, type ValidationOptions } from 'class-validator';

const daysOf = (year: number, month: number): number =>
  [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ??
  0;

/** Whether a text is a day that exists, `YYYY-MM-DD`: 31 February is none. */
export const isDay = (value: unknown): value is string => {
  const [, year, month, day] = (typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)) || [];
  return Number(year) >= 1900 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
};

/** Whether a text is an instant in ISO 8601 with its zone, on a day that exists. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[^T]+T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(value) &&
  isDay(value.slice(0, 10));

const rule =
  (name: string, validate: (value: unknown) => boolean) =>
  (options?: ValidationOptions): PropertyDecorator =>
  (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      ...(options ? { options } : {}),
      validator: { validate },
    });

/** A real calendar date. `@IsDateString()` would take 31 February. */
export const IsDay = rule('isDay', isDay);

/** A calendar date or an instant. */
export const IsDayOrInstant = rule('isDayOrInstant', (value) => isDay(value) || isInstant(value));

import { type Calendar, isWorkingDay } from '@app/workflow';
import type { Dossier, FieldProblem, Form } from '@app/domain/cases';
import {
  brokenRules,
  contextOfDossier,
  dossierValidator,
  type DossierSchema,
  hashOf,
  personalFieldsOf,
  reckonedOf,
  tooMuchToHold,
} from '@app/domain/definitions';

/** What a validator complains of, as far as it matters here. */
type Complaint = Readonly<{ instancePath: string; keyword: string; params: Readonly<Record<string, unknown>>; message?: string }>;

/** The form that a JSON Schema is. */
export const formOf = (schema: DossierSchema): Form => {
  const validate = dossierValidator(schema);
  const personal = new Set(personalFieldsOf(schema));
  return {
    schema,
    completed: (dossier, calendar) => completed(schema, dossier, calendar),
    problems: (dossier) => {
      // Before it is looked at: what is checked in full is told in full, and both take their time.
      if (tooMuchToHold(dossier, most) !== undefined) return [tooLarge];
      return validate(dossier) ? [] : (validate.errors ?? []).flatMap(problemOf).slice(0, MOST_TOLD);
    },
    objections: (dossier, today) =>
      brokenRules(schema, { ...contextOfDossier(schema, dossier), today }).map(({ field, message }) => ({
        field: `dossier.${field}`,
        code: 'dossier.rule',
        message: message.en,
        text: message,
      })),
    split: (dossier, lines) => {
      const of = (wanted: boolean): Dossier =>
        Object.fromEntries(Object.entries(dossier).filter(([name]) => personal.has(name) === wanted));
      return { plain: of(false), personal: of(true), hash: hashOf(lines ? { dossier, lines } : dossier) };
    },
    context: (plain) => contextOfDossier(schema, plain),
  };
};

/** A batch of 500 people, each with what is said of him, fits many times over. */
const most = { values: 10_000, depth: 50 };
const tooLarge: FieldProblem = { field: 'dossier', code: 'field.too-large', message: `more than ${most.values} values` };

/** How many faults are told at once: who mends so many asks again. */
const MOST_TOLD = 50;

/** Ajv's keywords by the rule of the catalogue that says the same. Others are said in Ajv's words. */
const ruleOf: Readonly<Record<string, string>> = {
  required: 'is-defined',
  additionalProperties: 'unknown',
  unevaluatedProperties: 'unknown',
  enum: 'is-in',
  pattern: 'matches',
  minLength: 'is-length',
  maxLength: 'max-length',
  minimum: 'min',
  maximum: 'max',
  minItems: 'array-min-size',
  maxItems: 'array-max-size',
  uniqueItems: 'array-unique',
};
const formats: Readonly<Record<string, string>> = { date: 'is-day', uuid: 'is-uuid' };
const types: Readonly<Record<string, string>> = {
  string: 'is-string',
  integer: 'is-int',
  number: 'is-number',
  boolean: 'is-boolean',
  array: 'is-array',
  object: 'is-object',
};

const problemOf = ({ instancePath, keyword, params, message }: Complaint): readonly FieldProblem[] => {
  if (keyword === 'if') return []; // what it led to is told by itself
  const named = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  const path = instancePath.slice(1).replaceAll('/', '.');
  const field = ['dossier', path, typeof named === 'string' ? named : ''].filter((part) => part !== '').join('.');
  const own =
    keyword === 'format' ? formats[String(params['format'])] : keyword === 'type' ? types[String(params['type'])] : undefined;
  const rule = own ?? ruleOf[keyword] ?? keyword.replaceAll(' ', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const { limit, allowedValues } = params;
  const said = Array.isArray(allowedValues)
    ? `${path} is one of the values: ${allowedValues.join(', ')}`
    : `${path} ${typeof limit === 'number' && !message?.includes(String(limit)) ? `${limit} ` : ''}${message ?? ''}`; // its limit once
  return [{ field, code: `field.${rule}`, message: said }];
};

/** More than anybody is away or waits for; a wrong year is told by the form, not by counting. */
const mostDays = 800;
const dayMs = 86_400_000;

/** Nothing but a day of four digits' year is one: the form says so, but only once this is filled in. */
const instantOf = (day: unknown): number =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;

/** Fills in the working days between two days of the dossier, whatever somebody wrote there. */
const completed = (schema: DossierSchema, dossier: Dossier, calendar: Calendar): Dossier => {
  const filled: Record<string, unknown> = { ...dossier };
  for (const { field, from, until } of reckonedOf(schema)) {
    delete filled[field];
    const [first, last] = [instantOf(dossier[from]), instantOf(dossier[until])];
    const days = (last - first) / dayMs;
    if (!(days >= 0 && days < mostDays && Number.isInteger(days))) continue;
    const each = Array.from({ length: days + 1 }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
    filled[field] = each.filter((day) => isWorkingDay(calendar, day)).length;
  }
  return filled;
};

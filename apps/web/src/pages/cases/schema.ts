import type { Words } from '../../api/model';
import type { Dossier } from '../../api/generic';

/** What of a JSON Schema a form is made of. */
export type FieldSchema = Readonly<{
  type?: string | readonly string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  default?: unknown;
  readOnly?: boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
  items?: FieldSchema;
  'x-title'?: Words;
  'x-help'?: Words;
  'x-enum-titles'?: Readonly<Record<string, Words>>;
  'x-widget'?: string;
  'x-order'?: readonly string[];
}>;

/** The API promises a schema; what is none has no fields. */
export const schemaOf = (value: unknown): FieldSchema => (typeof value === 'object' && value !== null ? value : {});

/** How many people a case of a definition may be about; 0 where it is no batch. */
export const mostLinesOf = ({ lines }: Readonly<Record<string, unknown>>): number =>
  typeof lines === 'object' && lines !== null && 'max' in lines ? Number(lines.max) : 0;

export const kindOf = (field: FieldSchema): string => {
  if (field.enum) return 'enum';
  const type = [field.type].flat().find((each) => each !== 'null');
  if (type === 'string' && field.format === 'date') return 'date';
  if (type === 'string' && (field['x-widget'] === 'textarea' || (field.maxLength ?? 0) > 300)) return 'textarea';
  return type ?? 'string';
};

/** Its fields in the order that it asks for. */
export const fieldsOf = ({
  properties = {},
  'x-order': order = [],
}: FieldSchema): readonly (readonly [string, FieldSchema])[] => {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(properties).sort(([a], [b]) => place(a) - place(b));
};

/** What a form begins with. */
export const startOf = (schema: FieldSchema): Dossier =>
  Object.fromEntries(fieldsOf(schema).flatMap(([name, field]) => (field.default === undefined ? [] : [[name, field.default]])));

/** A dossier without what was left empty: an empty field is none. */
export const withoutEmpty = (dossier: Dossier): Dossier =>
  Object.fromEntries(Object.entries(dossier).filter(([, value]) => value !== '' && value !== null && value !== undefined));

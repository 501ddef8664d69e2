/** The JSON Schema (2020-12) of what a case of a definition is about: its form, and the fields its conditions may read. */
export type DossierSchema = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const propertiesOf = ({ properties }: DossierSchema): Readonly<Record<string, unknown>> =>
  isObject(properties) ? properties : {};

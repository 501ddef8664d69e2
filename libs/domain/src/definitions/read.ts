import { checkDefinition, type Definition, type DefinitionProblem, type Fields, type Known, type Role } from '@app/workflow';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { tooMuchToHold, tooMuchToRead } from './bounds.js';
import { fieldsOf, standingFieldsOf } from './dossier-fields.js';
import type { DossierSchema } from './dossier-schema.js';
import { problemsOfDossier } from './dossier.js';
import { hashOf } from './hash.js';

/**
 * A definition as it is published, with the hash by which a change shows. `dossier`: the schema of what its cases are about;
 * absent where the domain has dossiers of its own (a transfer's).
 */
export type Loaded = Readonly<{ definition: Definition; hash: string; dossier?: DossierSchema }>;

/**
 * What there is besides the definitions. `own`: by id, the definitions whose dossiers the domain has itself, and what those may be
 * asked; `ownRoles`: the roles of those, as `roles` are of all others.
 */
export type Surroundings = Omit<Known, 'fields'> &
  Readonly<{ own: Readonly<Record<string, Fields>>; ownRoles?: readonly Role[] }>;

/** A definition as it is written down: one document, its dossier's schema within. */
export type Document = Definition & Readonly<{ dossier?: DossierSchema }>;

/** The value that a YAML or JSON text stands for, or what is wrong with it. */
export const parsed = (text: string): Readonly<{ value: unknown }> | DefinitionProblem => {
  const tooLarge = (about: string) => ({ at: '', code: 'too-large', about });
  try {
    const long = tooMuchToRead(text);
    if (long !== undefined) return tooLarge(long);
    const value: unknown = parse(text);
    const large = tooMuchToHold(value);
    return large === undefined ? { value } : tooLarge(large);
  } catch (error) {
    return { at: '', code: 'syntax', about: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
};

/** Checks a definition wholly: its shape, then everything that a shape can't say. Tells all problems at once. */
export class Reader {
  constructor(
    private readonly validate: ValidateFunction<Document>,
    private readonly surroundings: Surroundings,
  ) {}

  /** @param text YAML, of which JSON is a part */
  readText(text: string): Loaded | readonly DefinitionProblem[] {
    const value = parsed(text);
    return 'value' in value ? this.read(value.value) : [value];
  }

  /** What the conditions of a definition may read. */
  fieldsOf(definition: Definition, dossier: DossierSchema | undefined): Fields {
    if (dossier) return { ...standingFieldsOf(definition), ...fieldsOf(dossier) };
    return this.surroundings.own[definition.id] ?? {};
  }

  read(value: unknown): Loaded | readonly DefinitionProblem[] {
    if (!this.validate(value)) return complaintsOf(this.validate);
    const { dossier, ...definition } = value;
    const { own, ownRoles, roles: othersRoles, ...known } = this.surroundings;
    const roles = dossier ? othersRoles : ownRoles;
    const bad = dossier
      ? problemsOfDossier(dossier)
      : Object.hasOwn(own, definition.id)
        ? []
        : ['no schema says what it is about'];
    const problems = bad.map((about) => ({ at: 'dossier', code: 'dossier', about }));
    const fields = bad.length === 0 ? this.fieldsOf(definition, dossier) : {};
    // Without its fields, every condition would be found to read unknown ones.
    const unread = (code: string) => bad.length > 0 && code === 'condition.unknown-name';
    problems.push(
      ...checkDefinition(definition, { ...known, fields, ...(roles && { roles }) }).filter(({ code }) => !unread(code)),
    );
    return problems.length > 0 ? problems : loadedOf(definition, dossier);
  }
}

/** The hash covers the schema too, where there is one. */
export const loadedOf = (definition: Definition, dossier?: DossierSchema): Loaded =>
  dossier ? { definition, dossier, hash: hashOf({ ...definition, dossier }) } : { definition, hash: hashOf(definition) };

/** What a validator complains of. */
export const complaintsOf = ({ errors }: ValidateFunction): readonly DefinitionProblem[] =>
  (errors ?? []).map(({ instancePath, message, params }) => {
    const extra: unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
    const about = `${message ?? ''}${typeof extra === 'string' ? `: ${extra}` : ''}`;
    return { at: instancePath.slice(1).replaceAll('/', '.'), code: 'schema', about };
  });

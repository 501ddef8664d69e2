import { type Blueprint, Blueprints } from '@app/domain/cases';
import type { Loaded } from '@app/domain/definitions';
import { formOf } from './case-form.js';

/** What is published; `Definitions` of `@app/domain/definitions` is one. */
type Book = Readonly<{
  inForce: (id: string) => Loaded | undefined;
  of: (id: string, version: number) => Loaded | undefined;
}>;

/** The definitions that bring the schema of their dossier; those of a context of its own are not among them. */
export class PublishedBlueprints extends Blueprints {
  private readonly made = new Map<string, Blueprint>();

  constructor(private readonly book: Book) {
    super();
  }

  newest(definition: string): Blueprint | undefined {
    return this.blueprintOf(this.book.inForce(definition));
  }

  of(definition: string, version: number): Blueprint | undefined {
    return this.blueprintOf(this.book.of(definition, version)) ?? this.newest(definition);
  }

  private blueprintOf(loaded: Loaded | undefined): Blueprint | undefined {
    if (!loaded?.dossier) return undefined;
    const known = this.made.get(loaded.hash);
    if (known) return known;
    const made = { definition: loaded.definition, hash: loaded.hash, form: formOf(loaded.dossier) };
    this.made.set(loaded.hash, made);
    return made;
  }
}

/** The newest versions of what was loaded, for whoever publishes nothing. */
export const bookOf = (loaded: readonly Loaded[]): Book => {
  const newestFirst = loaded.toSorted((a, b) => b.definition.version - a.definition.version);
  return {
    inForce: (id) => newestFirst.find(({ definition }) => definition.id === id),
    of: (id, version) => loaded.find(({ definition }) => definition.id === id && definition.version === version),
  };
};

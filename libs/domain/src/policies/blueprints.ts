import { type Blueprint, Blueprints, contextFields } from '@app/domain/cases';
import type { Loaded } from '@app/domain/definitions';
import type { Fields } from '@app/workflow';
import { formOf } from './case-form.js';
import { rolesOfCases } from './directory-roles.js';

/** What the conditions of every such case may ask, beside its dossier. */
export const commonFields: Fields = contextFields(rolesOfCases);

/** The definitions that bring the schema of their dossier; those of a context of its own are not among them. */
export class LoadedBlueprints extends Blueprints {
  private readonly made = new Map<string, Blueprint>();

  /** @param loaded every published version, asked anew each time: one may be published while we run */
  constructor(private readonly loaded: () => readonly Loaded[]) {
    super();
  }

  newest(definition: string): Blueprint | undefined {
    const [first] = this.versionsOf(definition);
    return first && this.blueprintOf(first);
  }

  of(definition: string, version: number): Blueprint | undefined {
    const versions = this.versionsOf(definition);
    const found = versions.find((each) => each.definition.version === version) ?? versions[0];
    return found && this.blueprintOf(found);
  }

  private versionsOf(id: string): readonly Loaded[] {
    return this.loaded()
      .filter(({ definition, dossier }) => definition.id === id && dossier !== undefined)
      .toSorted((a, b) => b.definition.version - a.definition.version);
  }

  private blueprintOf({ definition, hash, dossier = {} }: Loaded): Blueprint {
    const known = this.made.get(hash);
    if (known) return known;
    const made = { definition, hash, form: formOf(dossier) };
    this.made.set(hash, made);
    return made;
  }
}

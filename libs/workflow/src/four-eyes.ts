import type { PersonId } from './people.js';
import type { Case } from './state.js';

/**
 * The stage at which a person acted already, where that bars him from acting at this one: in each set of the definition one
 * person acts at one stage at most, in whatever round and capacity. At the same stage he may act again in a later round.
 */
export const actedBefore = (
  { definition: { fourEyes }, deeds }: Pick<Case, 'definition' | 'deeds'>,
  stage: string,
  person: PersonId,
): string | undefined => {
  for (const set of fourEyes) {
    if (!set.includes(stage)) continue;
    for (const deed of deeds) if (deed.person === person && deed.stage !== stage && set.includes(deed.stage)) return deed.stage;
  }
  return undefined;
};

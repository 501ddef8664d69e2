import type { Definition } from './definition.js';
import type { Capacity } from './events.js';
import type { Holding, PersonId } from './people.js';
import { kindOf } from './stages/index.js';
import type { Case } from './state.js';

/** Somebody, and whose power he uses: a delegate acts with that of the one who lent it, so that both have acted. */
export type Hands = Readonly<{ person: PersonId; principal?: PersonId }>;

export const handsOf = ({ person, kind, onBehalfOf }: Pick<Holding, 'person' | 'kind' | 'onBehalfOf'>): Hands =>
  kind === 'delegate' && onBehalfOf !== undefined ? { person, principal: onBehalfOf } : { person };

/** The same of the capacity in which somebody acted. */
export const handsBy = ({ by, kind, onBehalfOf }: Pick<Capacity, 'by' | 'kind' | 'onBehalfOf'>): Hands =>
  kind === 'delegate' && onBehalfOf !== undefined ? { person: by, principal: onBehalfOf } : { person: by };

/** What bars somebody from acting: the rule, and the stage at which he acted before. */
export type Barred = Readonly<{ rule: 'four-eyes' | 'once-per-case'; acted: string }>;

/**
 * Whether a person acted already where that bars him from acting at this stage: in each set of the definition one person acts at
 * one stage at most, with `oncePerCase` in the whole case (but for where he is merely heard), in whatever round and capacity. At
 * the same stage he may act again in a later round.
 */
export const barring = (
  { definition, deeds }: Pick<Case, 'definition' | 'deeds'>,
  stage: string,
  hands: Hands,
): Barred | undefined => {
  for (const set of definition.fourEyes) {
    if (!set.includes(stage)) continue;
    for (const deed of deeds)
      if (deed.stage !== stage && set.includes(deed.stage) && shareHands(deed, hands))
        return { rule: 'four-eyes', acted: deed.stage };
  }
  if (definition.oncePerCase !== true || isHearing(definition, stage)) return undefined;
  for (const deed of deeds)
    if (deed.stage !== stage && shareHands(deed, hands) && !isHearing(definition, deed.stage))
      return { rule: 'once-per-case', acted: deed.stage };
  return undefined;
};

const isHearing = ({ stages }: Definition, key: string): boolean => {
  const stage = stages.find((each) => each.key === key);
  return stage !== undefined && kindOf(stage).forSubject;
};

const shareHands = (one: Hands, other: Hands): boolean =>
  one.person === other.person ||
  one.principal === other.person ||
  (other.principal !== undefined && (one.person === other.principal || one.principal === other.principal));

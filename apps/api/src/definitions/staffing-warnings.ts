import { type Definition, secondHoldersOf, unrescuedOf } from '@app/workflow';
import type { StaffingWarning } from './responses.js';

/**
 * The stages where a case would wait for nobody, by who holds the offices today: that of a vacant office, and that where an office
 * has to have a second holder and has none. Of an office that depends on whom a case is about, how many hold it is not known.
 */
export const staffingWarningsOf = (definition: Definition, holders: ReadonlyMap<string, number>): StaffingWarning[] => {
  const titleOf = (key: string) => definition.stages.find((stage) => stage.key === key)?.title ?? { id: key, en: key };
  const vacant = unrescuedOf(definition)
    .filter(({ role }) => holders.get(role) === 0)
    .map(({ stage, role }) => ({ stage, title: titleOf(stage), role, otherThan: null, holders: 0 }));
  const alone = secondHoldersOf(definition)
    .filter(({ role }) => (holders.get(role) ?? 1) === 1)
    .map(({ stage, earlier, role }) => ({
      stage,
      title: titleOf(stage),
      role,
      otherThan: titleOf(earlier),
      holders: holders.get(role) ?? null,
    }));
  return [...vacant, ...alone];
};

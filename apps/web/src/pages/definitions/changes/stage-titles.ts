import type { DefinitionVersion } from '../../../api/definitions';
import { inWords } from '../../../format/words';
import i18next from 'i18next';

export type StageLine = Readonly<{ key: string; title: string; kind: string }>;

const isWords = (value: unknown): value is { id: string; en: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The stages of a version in order, by what they are called. */
export const stagesOf = ({ definition }: Pick<DefinitionVersion, 'definition'>): readonly StageLine[] =>
  (Array.isArray(definition.stages) ? definition.stages : []).filter(isRecord).map((stage) => {
    const key = String(stage['key']);
    return { key, kind: String(stage['kind']), title: isWords(stage['title']) ? inWords(stage['title']) : key };
  });

/** What a stage is called in the first of the versions that has it; `tpk (2)` is its second round. */
export const titlesIn =
  (...versions: readonly (Pick<DefinitionVersion, 'definition'> | undefined)[]) =>
  (place: string): string => {
    const [, key = place, round] = /^(.*?)(?: \((\d+)\))?$/.exec(place) ?? [];
    const stages = versions.flatMap((version) => (version ? stagesOf(version) : []));
    const title =
      stages.find((stage) => stage.key === key)?.title ?? (key === 'submission' ? i18next.t('change.submission') : key);
    return round === undefined ? title : i18next.t('change.stage', { stage: title, round });
  };

import { NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DefinitionVersion } from '../../../api/definitions';
import { type StageLine, stagesOf } from './stage-titles';

type Mapping = Readonly<Record<string, string>>;
type Props = Readonly<{
  goal: DefinitionVersion;
  others: readonly DefinitionVersion[];
  /** Old key to new key; what is not named stays what it is. */
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}>;

/** Each stage that running cases may stand at, and which it becomes. Those of the same key are paired and kept aside. */
export const MappingEditor = ({ goal, others, mapping, onMapping }: Props) => {
  const { t } = useTranslation();
  const after = stagesOf(goal);
  const before = [...new Map(others.flatMap((each) => stagesOf(each)).map((stage) => [stage.key, stage])).values()];
  const isThere = ({ key }: StageLine) => after.some((stage) => stage.key === key);
  const [same, gone] = [before.filter(isThere), before.filter((stage) => !isThere(stage))];
  const choose = (key: string, to: string) => {
    const rest = Object.fromEntries(Object.entries(mapping).filter(([from]) => from !== key));
    onMapping(to === '' || to === key ? rest : { ...rest, [key]: to });
  };
  const select = (stage: StageLine) => (
    <NativeSelect
      key={stage.key}
      data-map={stage.key}
      label={t('change.mapOne', { stage: stage.title })}
      value={mapping[stage.key] ?? (isThere(stage) ? stage.key : '')}
      onChange={(event) => choose(stage.key, event.currentTarget.value)}
      data={[
        ...(isThere(stage) ? [] : [{ value: '', label: `– ${t('change.unmappedYet')} –` }]),
        ...after.map(({ key, title }) => ({ value: key, label: title })),
      ]}
    />
  );

  return (
    <Stack gap="xs">
      <Title order={3} fz={16}>
        {t('change.mapping')}
      </Title>
      <Text size="sm" className="muted">
        {t('change.mappingHint')}
      </Text>
      {gone.length > 0 && <SimpleGrid cols={{ base: 1, sm: 2 }}>{gone.map(select)}</SimpleGrid>}
      <details>
        <summary>{t('change.otherStages', { count: same.length })}</summary>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
          {same.map(select)}
        </SimpleGrid>
      </details>
    </Stack>
  );
};

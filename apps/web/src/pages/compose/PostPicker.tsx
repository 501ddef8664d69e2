import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVacantPosts } from '../../api/staffing';
import type { Position } from '../../api/model';
import { named } from '../../format/words';
import { SearchSelect } from '../../parts/SearchSelect';

type Props = Readonly<{ value: Position | null; onValue: (post: Position | null) => void; error?: string | undefined }>;

export const PostPicker = ({ value, onValue, error }: Props) => {
  const { t } = useTranslation();
  return (
    <SearchSelect<Position>
      label={t('compose.post')}
      hint={t('compose.postHint')}
      required
      error={error}
      value={value}
      onValue={onValue}
      useItems={useVacantPosts}
      nameOf={({ title, unit }) => `${title}, ${unit.name}`}
      render={({ title, unit, agency, type, jobClass, vacancies }) => (
        <>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="xs" className="muted">
            {unit.id === agency.id ? unit.name : `${unit.name} · ${agency.name}`}
          </Text>
          <Text size="xs" className="muted">
            {[
              named('map.type', type),
              jobClass === null ? undefined : `${t('map.class')} ${jobClass}`,
              t('compose.vacancies', { count: vacancies }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    />
  );
};

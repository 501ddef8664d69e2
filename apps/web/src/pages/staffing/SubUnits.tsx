import { Box, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PositionMap } from '../../api/model';
import { numberText } from '../../format/dates';
import { Section } from '../../parts/Section';
import { GapText } from './Totals';

export const SubUnits = ({ units, onUnit }: { units: PositionMap['units']; onUnit: (id: string) => void }) => {
  const { t } = useTranslation();
  return (
    <Section title={t('map.units')}>
      <Box style={{ display: 'grid', gap: 10, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))' }}>
        {units.map(({ id, name, need, filled }) => (
          <UnstyledButton key={id} className="card card-link" p="sm" onClick={() => onUnit(id)} data-row>
            <Text size="sm" fw={600} lh={1.35} className="wrap">
              {name}
            </Text>
            <Text size="sm" className="muted" span>
              {`${numberText(filled)} / ${numberText(need)} · `}
            </Text>
            <GapText need={need} filled={filled} />
          </UnstyledButton>
        ))}
      </Box>
    </Section>
  );
};

import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/model';
import { placeText, titleOf } from '../format/words';

/** A post and where it is; without a label where a column names it. */
export const Spot = ({ label, place, strong }: { label?: string; place: Place; strong?: boolean }) => (
  <Box className="wrap">
    {label && (
      <Text size="xs" className="muted">
        {label}
      </Text>
    )}
    <Text size="sm" fw={strong ? 600 : 500} lh={1.35}>
      {titleOf(place.post)}
    </Text>
    <Text size="sm" className="muted" lh={1.35}>
      {placeText(place)}
    </Text>
  </Box>
);

/** From where to where, one above the other: reads the same on a phone and in a table. */
export const FromTo = ({ from, to, wide = false }: { from: Place; to: Place; wide?: boolean }) => {
  const { t } = useTranslation();
  return (
    <Box
      style={{ display: 'grid', gap: wide ? 20 : 8, gridTemplateColumns: wide ? 'repeat(auto-fit, minmax(220px, 1fr))' : '1fr' }}
    >
      <Spot label={t('page.from')} place={from} />
      <Spot label={t('page.to')} place={to} strong />
    </Box>
  );
};

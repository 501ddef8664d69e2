import { Box, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sums } from '../../api/model';
import { numberText } from '../../format/dates';

export const Totals = ({ totals, title }: { totals: Sums; title: string }) => {
  const { t } = useTranslation();
  const figures = [
    { label: t('map.need'), value: totals.need },
    { label: t('map.filled'), value: totals.filled },
    { label: t('map.gap'), value: totals.need - totals.filled },
  ];
  return (
    <Box className="card" p={{ base: 'md', sm: 'lg' }}>
      <Title order={2} fz={18} mb="sm">
        {title}
      </Title>
      <Box component="dl" m={0} style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(3, 1fr)' }}>
        {figures.map(({ label, value }) => (
          <Box key={label}>
            <Text component="dt" size="sm" className="muted">
              {label}
            </Text>
            <Text component="dd" m={0} fw={800} fz={{ base: 24, sm: 32 }} lh={1.1}>
              {numberText(value)}
            </Text>
          </Box>
        ))}
      </Box>
    </Box>
  );
};

/** How a need is met, in words: how many are short or too many, or that it is filled. */
export const GapText = ({ need, filled }: { need: number; filled: number }) => {
  const gap = need - filled;
  const { t } = useTranslation();
  const text = gap > 0 ? t('map.short', { count: gap }) : gap < 0 ? t('map.surplus', { count: -gap }) : t('map.full');
  return (
    <Text
      size="sm"
      span
      fw={gap > 0 ? 700 : 400}
      c={gap > 0 ? 'var(--alur-bad)' : gap < 0 ? 'var(--alur-warn)' : 'var(--alur-good)'}
    >
      {text}
    </Text>
  );
};

import { Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleAnswer, RuleOutcome } from '../../api/model';
import { dayText } from '../../format/dates';
import { language } from '../../texts';
import type { Tone } from '../../parts/Notice';
import { Tag } from '../../parts/StatusBadge';

const tones: Record<RuleOutcome, Tone | 'plain'> = {
  pass: 'good',
  warn: 'warn',
  block: 'bad',
  unknown: 'warn',
  not_applicable: 'plain',
};

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
  return JSON.stringify(value);
};

/** One rule's answer: in words, its basis in law, and the data it looked at. */
export const RuleRow = ({ item }: { item: RuleAnswer }) => {
  const { t } = useTranslation();
  const text = (language() === 'en' ? item.messageEn : item.messageId) ?? item.message;
  const inputs = Object.entries(item.inputs);
  return (
    <li data-rule={item.rule}>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Text size="sm" className="muted" fw={600} w={36} flex="none" pt={1}>
          {item.rule}
        </Text>
        <Box flex={1} className="wrap">
          <Group gap="xs" align="flex-start" justify="space-between">
            <Text size="sm" flex="1 1 220px">
              {text}
            </Text>
            <Tag tone={tones[item.outcome]}>{t(`eligibility.outcome.${item.outcome}`)}</Tag>
          </Group>
          {item.outcome === 'unknown' && item.severity === 'block' && (
            <Text size="sm" c="var(--alur-warn)">
              {t('eligibility.unknownBlocks')}
            </Text>
          )}
          <Text size="xs" className="muted" mt={2}>
            {t('eligibility.basis')}: {item.basis}
            {item.overridable && item.outcome === 'block' && ` · ${t('eligibility.overridable')}`}
          </Text>
          {inputs.length > 0 && (
            <details>
              <summary style={{ fontSize: 12, cursor: 'pointer' }} className="muted">
                {t('eligibility.inputs')}
              </summary>
              <dl className="facts" style={{ marginTop: 6 }}>
                {inputs.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{shown(value)}</dd>])}
              </dl>
            </details>
          )}
        </Box>
      </Group>
    </li>
  );
};

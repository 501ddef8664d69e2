import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Difference, differencesQuery } from '../../api/definitions';
import { inWords } from '../../format/words';
import type { Tone } from '../../parts/Notice';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { Waiting } from '../../parts/Waiting';

const tones: Record<Difference['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'warn', moved: 'info' };

/** More lines than this are shown when asked for. */
const FOLD = 8;

/** What a version says otherwise than the one before it. */
export const Differences = ({ id, from, to }: { id: string; from: number; to: number }) => {
  const { t } = useTranslation();
  const query = useQuery(differencesQuery(id, from, to));
  return (
    <Section title={t('definition.differences')}>
      <Text size="sm" className="muted" mb="sm">
        {t('definition.against', { version: from })}
      </Text>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.data?.length === 0 && <Text>{t('definition.noDifference')}</Text>}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 12 }}>
        {query.data?.map((difference) => (
          <DifferenceRow key={`${difference.at} ${difference.kind}`} difference={difference} />
        ))}
      </Box>
    </Section>
  );
};

const DifferenceRow = ({ difference: { at, kind, before, after, within } }: { difference: Difference }) => {
  const { t } = useTranslation();
  const shown = (value: unknown): string =>
    kind === 'moved'
      ? t('definition.place', { place: String(value) })
      : typeof value === 'string'
        ? value
        : JSON.stringify(value, null, 1);
  return (
    <li className="wrap">
      <Tag tone={tones[kind]}>{t(`definition.kind.${kind}`)}</Tag>{' '}
      {within && (
        <Text span fw={700}>
          {inWords(within)}{' '}
        </Text>
      )}
      <Text span size="sm" ff="monospace">
        {at}
      </Text>
      {before !== undefined && <Said label={t('definition.before')} text={shown(before)} />}
      {after !== undefined && <Said label={t('definition.after')} text={shown(after)} />}
    </li>
  );
};

/** What stood there, or stands there now; what is long is folded. */
const Said = ({ label, text }: { label: string; text: string }) => {
  const quote = (
    <Text size="sm" className="quote" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
      {text}
    </Text>
  );
  if (text.split('\n').length > FOLD)
    return (
      <details>
        <summary>{label}</summary>
        {quote}
      </details>
    );
  return (
    <Text component="div" size="sm" mt={4}>
      {label}: {quote}
    </Text>
  );
};

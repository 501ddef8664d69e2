import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackTest } from '../../../api/definition-changes';
import { numberText } from '../../../format/dates';
import { named } from '../../../format/words';
import { Notice } from '../../../parts/Notice';

type Props = Readonly<{ report: BackTest; titled: (place: string) => string }>;

/** A back-test in sentences. */
export const BackTestSummary = ({ report, titled }: Props) => {
  const { t } = useTranslation();
  const { cases, same, differing, daysWas, daysWouldBe } = report;
  const count = cases - same;
  if (cases === 0) return <Notice tone="info" title={t('change.noneClosed')} />;
  const told = (counts: Readonly<Record<string, number>>, name: (key: string) => string): string =>
    Object.entries(counts)
      .map(([key, times]) => t('change.times', { name: name(key), count: times }))
      .join(', ');
  const assumed = told(report.assumed, titled);
  const refused = told(report.refused, refusalName);

  return (
    <Notice
      tone={count === 0 ? 'good' : 'warn'}
      title={count === 0 ? t('change.allSame', { cases }) : t('change.someDiffer', { cases, count })}
    >
      <Stack gap={4}>
        {count > 0 && (
          <Text size="sm">
            {t('change.aspects', {
              path: differing['path'] ?? 0,
              people: differing['people'] ?? 0,
              workingDays: differing['workingDays'] ?? 0,
              outcome: differing['outcome'] ?? 0,
            })}
          </Text>
        )}
        {daysWas !== null && daysWouldBe !== null && (
          <Text size="sm">{t('change.medians', { was: numberText(daysWas), wouldBe: numberText(daysWouldBe) })}</Text>
        )}
        {assumed && <Text size="sm">{t('change.assumed', { stages: assumed })}</Text>}
        {refused && <Text size="sm">{t('change.refused', { codes: refused })}</Text>}
      </Stack>
    </Notice>
  );
};

/** A refusal's code in words; the code itself where none are known. */
export const refusalName = (code: string): string => {
  const key = code.replace(/^workflow\./, '');
  const name = named('change.refusal', key);
  return name === key ? code : name;
};

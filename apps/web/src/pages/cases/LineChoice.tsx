import { Box, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFull } from '../../api/generic';
import { ReasonField } from '../../parts/ReasonField';
import { type Against, standing } from './line-verdicts';

type Props = Readonly<{ of: CaseFull; against: Against; onAgainst: (against: Against) => void; needed: boolean }>;

/** Approve all but these: a tick is an approval; where it is taken away, the reason is asked. */
export const LineChoice = ({ of, against, onAgainst, needed }: Props) => {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const lines = standing(of);
  const rejected = Object.keys(against).length;
  const own = lines.filter((line) => line.own).length;
  const found = lines.filter(
    ({ key, subject }) => key in against || `${subject.name} ${subject.nip}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const toggle = (key: string, approve: boolean) => {
    const others = Object.entries(against).filter(([other]) => other !== key);
    onAgainst(Object.fromEntries(approve ? others : [...others, [key, '']]));
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} aria-live="polite">
        {t('generic.lines.count', { approved: lines.length - rejected - own, rejected })}
      </Text>
      {rejected === 0 && (
        <Text size="sm" className="muted">
          {t('generic.lines.untick')}
        </Text>
      )}
      {lines.length > 8 && (
        <TextInput
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
          placeholder={t('generic.query')}
          aria-label={t('generic.query')}
        />
      )}
      <Box mah="40vh" style={{ overflowY: 'auto' }}>
        <Stack gap="sm" pr={4}>
          {found.map(({ key, subject, own: mine }) => (
            <Box key={key} data-choose={key}>
              <Checkbox
                checked={!mine && !(key in against)}
                disabled={mine}
                onChange={({ currentTarget }) => toggle(key, currentTarget.checked)}
                label={`${key}. ${subject.name}`}
                description={mine ? t('generic.lines.leftOut') : `NIP ${subject.nip}`}
              />
              {key in against && (
                <Box pl={32} pt={4}>
                  <ReasonField
                    label={t('generic.lines.why', { name: subject.name })}
                    value={against[key] ?? ''}
                    onValue={(reason) => onAgainst({ ...against, [key]: reason })}
                    required={needed}
                  />
                </Box>
              )}
            </Box>
          ))}
        </Stack>
      </Box>
    </Stack>
  );
};

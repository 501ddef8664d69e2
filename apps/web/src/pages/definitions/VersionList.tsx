import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionVersion, VersionItem } from '../../api/definitions';
import { instantText } from '../../format/dates';
import { nameOf } from '../../format/words';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { type Step, StepDialog } from './StepDialog';
import { tones } from './tones';

/** Every version, what became of it, and what may be done with it now. */
export const VersionList = ({ shown }: { shown: DefinitionVersion }) => {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  return (
    <Section title={t('definition.allVersions')}>
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 12 }}>
        {shown.versions.map((version) => (
          <VersionRow key={version.version} id={shown.id} version={version} shown={shown} onStep={setStep} />
        ))}
      </Box>
      <StepDialog id={shown.id} step={step} onClose={() => setStep(null)} />
    </Section>
  );
};

type RowProps = Readonly<{ id: string; version: VersionItem; shown: DefinitionVersion; onStep: (step: Step) => void }>;

const VersionRow = ({ id, version: row, shown, onStep }: RowProps) => {
  const { t } = useTranslation();
  const { version, status, hash } = row;
  const label = t('definition.version', { version });
  const deeds: readonly Step['deed'][] =
    status === 'draft'
      ? ['accept', 'decline']
      : status === 'accepted'
        ? ['publish', 'decline']
        : status === 'published'
          ? ['retire']
          : [];
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box flex="1 1 260px" className="wrap">
          <Group gap="xs">
            {version === shown.version ? (
              <Text fw={700}>{label}</Text>
            ) : (
              <Anchor
                component={Link}
                to={`/definitions/${id}?version=${version}`}
                aria-label={t('definition.show', { version })}
              >
                {label}
              </Anchor>
            )}
            <Tag tone={tones[status]}>{t(`definition.status.${status}`)}</Tag>
            {shown.inForce === version && <Tag tone="good">{t('definition.inForce', { version })}</Tag>}
          </Group>
          <Text size="sm" className="muted">
            {historyOf(row).join(' · ')}
          </Text>
          {[row.note, row.reason].filter(Boolean).map((text) => (
            <Text key={text} size="sm" className="quote" mt={4}>
              {text}
            </Text>
          ))}
        </Box>
        {shown.mayWrite && (
          <Group gap="xs">
            {deeds.map((deed) => (
              <Button
                key={deed}
                size="xs"
                variant={deed === 'publish' || deed === 'accept' ? 'light' : 'default'}
                onClick={() => onStep({ deed, version, hash })}
              >
                {t(`definition.${deed}`)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
    </li>
  );
};

/** Who did what with it, oldest first. */
const historyOf = (row: VersionItem): readonly string[] => {
  const { t } = i18next;
  const at = (instant: string | null) => (instant === null ? '' : instantText(instant));
  return [
    ...(row.draftedBy ? [t('definition.drafted', { name: nameOf(row.draftedBy), at: at(row.draftedAt) })] : []),
    ...(row.reviewedBy ? [t('definition.reviewed', { name: nameOf(row.reviewedBy), at: at(row.reviewedAt) })] : []),
    ...(row.publishedAt && row.publishedBy
      ? [t('definition.published', { name: nameOf(row.publishedBy), at: at(row.publishedAt) })]
      : []),
    ...(row.publishedAt && !row.publishedBy ? [t('definition.shipped', { at: at(row.publishedAt) })] : []),
    ...(row.retiredBy ? [t('definition.retired', { name: nameOf(row.retiredBy), at: at(row.retiredAt) })] : []),
  ];
};

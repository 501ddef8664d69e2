import { ActionIcon, Anchor, Box, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDetach } from '../../api/cases';
import type { ChecklistRow, Proposal } from '../../api/model';
import { dayText, sizeText } from '../../format/dates';
import { inWords, named } from '../../format/words';
import { ProblemNotice } from '../../parts/ProblemNotice';
import type { Tone } from '../../parts/Notice';
import { Tag } from '../../parts/StatusBadge';
import { AttachForm } from './AttachForm';
import { JudgeButtons } from './JudgeButtons';

const tones: Record<ChecklistRow['state'], Tone | 'plain'> = {
  missing: 'plain',
  awaited: 'plain',
  attached: 'info',
  accepted: 'good',
  deficient: 'bad',
  expired: 'warn',
  produced: 'good',
};

type Props = Readonly<{ proposal: Pick<Proposal, 'id' | 'stages'>; row: ChecklistRow; mayAttach: boolean; mayJudge: boolean }>;

export const DocumentRow = ({ proposal: { id: proposalId, stages }, row, mayAttach, mayJudge }: Props) => {
  const { t } = useTranslation();
  const source = stages.find(({ key }) => key === row.producedBy)?.title;
  const detach = useDetach(proposalId);
  const { document: file, state } = row;
  const label = inWords(row.label);

  return (
    <li data-document={row.type}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Box flex="1 1 260px" className="wrap">
          <Text size="sm" fw={600} lh={1.4}>
            {label}{' '}
            <Text span size="sm" fw={400} className="muted">
              ({row.required ? t('document.required') : t('document.optional')})
            </Text>
          </Text>
          {file && (
            <Text size="sm" className="muted">
              <Anchor
                href={`/api/proposals/${proposalId}/documents/${file.id}`}
                target="_blank"
                rel="noopener"
                inherit
                underline="always"
                c="tarum.8"
              >
                {file.name || t('page.forgotten')}
              </Anchor>
              {` · ${sizeText(file.size)}`}
              {file.issuedOn && ` · ${dayText(file.issuedOn)}`}
              <Text span size="sm" title={`${t('document.fingerprint')}: ${file.sha256}`}>
                {` · SHA-256 ${file.sha256.slice(0, 8)}…`}
              </Text>
            </Text>
          )}
          {row.producedBy && (
            <Text size="sm" className="muted">
              {t('document.fromStage', { stage: inWords(source) || named('stageName', row.producedBy) })}
            </Text>
          )}
          {row.note && (
            <Text size="sm" className="quote" mt={4}>
              {row.note}
            </Text>
          )}
        </Box>
        <Group gap="xs">
          <Tag tone={tones[state]}>{t(`document.state.${state}`)}</Tag>
          {mayAttach && row.producedBy === null && (
            <AttachForm proposalId={proposalId} type={row.type} label={label} replaces={file !== null} />
          )}
          {mayAttach && row.producedBy === null && file && (
            <ActionIcon
              variant="subtle"
              color="red.9"
              size={34}
              loading={detach.isPending}
              onClick={() => detach.mutate(file.id)}
              aria-label={t('document.remove', { name: file.name })}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
          {mayJudge && file && <JudgeButtons proposalId={proposalId} documentId={file.id} label={label} state={state} />}
        </Group>
      </Group>
      {detach.error && <ProblemNotice error={detach.error} />}
    </li>
  );
};

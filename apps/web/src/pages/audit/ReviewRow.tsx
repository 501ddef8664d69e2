import { Box, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Review, ReviewStatus } from '../../api/model';
import { instantText } from '../../format/dates';
import { inWords, named, nameOf } from '../../format/words';
import { Due } from '../../parts/Due';
import { LineNotes } from '../../parts/LineNotes';
import type { Tone } from '../../parts/Notice';
import { Tag } from '../../parts/StatusBadge';
import type { Asked } from './ReviewDialog';

const tones: Record<ReviewStatus, Tone | 'plain'> = {
  open: 'info',
  clean: 'good',
  finding: 'bad',
  followed_up: 'warn',
  closed: 'good',
};

type Props = Readonly<{ review: Review; reason: string | undefined; auditor: boolean; onAsk: (asked: Asked) => void }>;

/** A decision under review, and the steps that its state allows. */
export const ReviewRow = ({ review, reason, auditor, onAsk }: Props) => {
  const { t } = useTranslation();
  const { id, stage, round, verdict, decidedBy, office, officeTitle, decidedAt, status, dueOn, note, followUps } = review;
  const what = `${named('verdict', verdict)}: ${inWords(review.stageTitle) || named('stageName', stage)}`;
  const target = { review: id, about: `${what}, ${nameOf(decidedBy)}` };

  return (
    <li data-review={id}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box flex="1 1 260px" className="wrap">
          <Text size="sm" fw={700}>
            {what}
            {round > 1 && ` (${t('page.round', { round })})`}
          </Text>
          <Text size="sm">{t('audit.decidedBy', { name: nameOf(decidedBy), office: inWords(officeTitle) || office })}</Text>
          {reason !== undefined && (
            <Text size="sm" className="wrap">
              {t('audit.reason')}: {reason ? `“${reason}”` : t('audit.noReason')}
            </Text>
          )}
          <Text size="xs" className="muted">
            {instantText(decidedAt)}
          </Text>
          {note && (
            <Text size="sm" className="quote" mt={4}>
              {t('audit.note')}: {note}
            </Text>
          )}
          <LineNotes lines={review.lines} />
          {followUps.map((followUp, index) => (
            <Text key={index} size="sm" className="quote" mt={4}>
              {t('audit.followUp')}: {followUp.note} ({nameOf(followUp.by)}, {instantText(followUp.at)})
            </Text>
          ))}
        </Box>
        <Group gap="xs">
          <Tag tone={tones[status]}>{t(`audit.status.${status}`)}</Tag>
          {status === 'open' && <Due on={dueOn} />}
          {auditor && status === 'open' && (
            <>
              <Button
                size="xs"
                variant="default"
                c="var(--alur-good)"
                onClick={() => onAsk({ ...target, step: 'outcome', outcome: 'clean' })}
              >
                {t('audit.clean')}
              </Button>
              <Button size="xs" variant="default" onClick={() => onAsk({ ...target, step: 'outcome', outcome: 'finding' })}>
                {t('audit.finding')}
              </Button>
            </>
          )}
          {(status === 'finding' || status === 'followed_up') && (
            <Button size="xs" variant="default" onClick={() => onAsk({ ...target, step: 'follow-up' })}>
              {t(auditor ? 'audit.followUp' : 'audit.answer')}
            </Button>
          )}
          {auditor && status === 'followed_up' && (
            <Button size="xs" variant="light" onClick={() => onAsk({ ...target, step: 'closing' })}>
              {t('audit.closing')}
            </Button>
          )}
        </Group>
      </Group>
    </li>
  );
};

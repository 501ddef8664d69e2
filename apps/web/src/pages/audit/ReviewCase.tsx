import { Anchor, Box, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { proposalQuery, timelineQuery } from '../../api/cases';
import type { Review, TimelineItem } from '../../api/model';
import { inWords } from '../../format/words';
import { FromTo } from '../../parts/FromTo';
import type { Asked } from './ReviewDialog';
import { ReviewRow } from './ReviewRow';

type Props = Readonly<{ proposalId: string; reviews: readonly Review[]; auditor: boolean; onAsk: (asked: Asked) => void }>;

/** What whoever decided gave as his reason: without it there is little to review. */
const reasonOf = ({ stage, round, decidedBy, verdict }: Review, history: readonly TimelineItem[]): string =>
  history.find(
    (item) =>
      item.type === 'DecisionMade' &&
      item.stage === stage &&
      (item.round ?? 1) === round &&
      item.actor?.id === decidedBy.id &&
      item.verdict === verdict,
  )?.reason ?? '';

/** One case with its decisions, closable in one go where nothing is wrong. */
export const ReviewCase = ({ proposalId, reviews, auditor, onAsk }: Props) => {
  const { t } = useTranslation();
  const transfer = reviews[0]?.kind !== 'case';
  const proposal = useQuery({ ...proposalQuery(proposalId), enabled: transfer }).data;
  const history = useQuery(timelineQuery(proposalId)).data;
  const open = reviews.filter(({ status }) => status === 'open');
  const name = proposal?.employee.name ?? reviews[0]?.employee?.name ?? t('audit.case', { id: proposalId.slice(0, 8) });

  return (
    <Box component="article" className="card" p={{ base: 'md', sm: 'lg' }} aria-label={name} data-case={proposalId}>
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <Box flex="1 1 280px">
          <Title order={2} fz={18}>
            {name}
          </Title>
          {!transfer && <Text size="sm">{inWords(reviews[0]?.title)}</Text>}
          <Text size="sm" className="muted" mb="xs">
            {t('audit.decisions', { count: reviews.length })} ·{' '}
            <Anchor
              component={Link}
              to={transfer ? '/proposals/$id' : '/cases/$id'}
              params={{ id: proposalId } as never}
              inherit
              underline="always"
              c="tarum.8"
              data-row
            >
              {t('audit.timeline')}
            </Anchor>
          </Text>
          {proposal && <FromTo from={proposal.from} to={proposal.to} wide />}
        </Box>
        {auditor && open.length > 1 && (
          <Button variant="default" onClick={() => onAsk({ caseId: proposalId, step: 'outcome', outcome: 'clean' })}>
            {t('audit.allClean')}
          </Button>
        )}
      </Group>
      <ul className="rows">
        {reviews.map((review) => (
          <ReviewRow
            key={review.id}
            review={review}
            reason={history && reasonOf(review, history)}
            auditor={auditor}
            onAsk={onAsk}
          />
        ))}
      </ul>
    </Box>
  );
};

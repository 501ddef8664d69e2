import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../api/cases';
import { inWords } from '../../format/words';
import { Notice } from '../../parts/Notice';

/** Who sent it back and why, above everything else: it is what its proposer came for. */
export const WhyReturned = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const last = useQuery(timelineQuery(id)).data?.findLast(({ type, verdict }) => type === 'DecisionMade' && verdict === 'return');
  if (!last) return null;
  const office = inWords(last.officeTitle);
  return (
    <Notice tone="warn" title={t('page.returnedBy', { name: last.actor?.name ?? t('say.system'), office })}>
      {last.reason && (
        <Text size="sm" className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
          {last.reason}
        </Text>
      )}
    </Notice>
  );
};

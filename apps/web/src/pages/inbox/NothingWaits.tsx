import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../../api/cases';
import { rightsOf, useMe } from '../../api/session';
import { Nothing } from '../../parts/Waiting';

/** Nothing to decide: whoever has work elsewhere is shown the way there. */
export const NothingWaits = () => {
  const { t } = useTranslation();
  const me = useMe();
  const returned = useInfiniteQuery(inboxQuery('returned')).data?.pages[0]?.items.length ?? 0;
  return (
    <Nothing text={t('inbox.emptyWaiting')}>
      {returned > 0 && (
        <Anchor component={Link} to="/inbox" search={{ view: 'returned' } as never} fw={600} ta="center" px="md">
          {t('inbox.seeReturned', { count: returned })}
        </Anchor>
      )}
      {me && rightsOf(me).auditor && (
        <Anchor component={Link} to="/audit" fw={600} ta="center" px="md">
          {t('inbox.seeReviews')}
        </Anchor>
      )}
    </Nothing>
  );
};

import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { noticesQuery } from '../api/duties';

export const Bell = () => {
  const { t } = useTranslation();
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  return (
    <Indicator label={unread > 99 ? '99+' : unread} size={18} offset={7} color="red.9" disabled={unread === 0}>
      <ActionIcon
        component={Link}
        to="/notices"
        variant="subtle"
        c="#3d4656"
        size={40}
        aria-label={t('header.notices', { count: unread })}
      >
        <IconBell size={21} />
      </ActionIcon>
    </Indicator>
  );
};

import { Box } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/Notice';

export const OfflineNotice = () => {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return online ? null : (
    <Box mb="md">
      <Notice tone="warn" role="status">
        {t('header.offline')}
      </Notice>
    </Box>
  );
};

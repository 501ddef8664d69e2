import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export const OfflineNotice = () => {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return online ? null : (
    <Alert color="orange.9" variant="light" icon={<IconWifiOff aria-hidden />} mb="md" role="status">
      {t('header.offline')}
    </Alert>
  );
};

import { Button, Center, Stack, Title } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../parts/ProblemNotice';

export const LostPage = () => {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Stack align="center">
        <Title order={1} fz={24}>
          {t('say.notFound')}
        </Title>
        <Button component={Link} to="/inbox">
          {t('say.toInbox')}
        </Button>
      </Stack>
    </Center>
  );
};

export const CrashPage = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    return router.invalidate();
  };
  return (
    <Center mih="60vh" px="md">
      <Stack maw={520} w="100%">
        <Title order={1} fz={24}>
          {t('say.crashed')}
        </Title>
        <ProblemNotice error={error} retry={again} />
      </Stack>
    </Center>
  );
};

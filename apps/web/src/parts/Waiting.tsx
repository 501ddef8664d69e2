import { Center, Loader, Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown while an answer is on its way. */
export const Waiting = () => {
  const { t } = useTranslation();
  return (
    <Center py={60} role="status">
      <Loader type="dots" aria-hidden />
      <Text ml="sm" className="muted">
        {t('say.loading')}
      </Text>
    </Center>
  );
};

/** Says that there is nothing, so that nobody waits for it; `children`: where to go instead. */
export const Nothing = ({ text, children }: { text: string; children?: ReactNode }) => (
  <Stack align="center" gap="xs" py={48} className="card muted">
    <IconInbox size={36} stroke={1.4} aria-hidden />
    <Text ta="center" px="md">
      {text}
    </Text>
    {children}
  </Stack>
);

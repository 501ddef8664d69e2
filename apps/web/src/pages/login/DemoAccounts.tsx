import { Box, Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { id } from '../../texts/id';

type Account = keyof typeof id.accounts;
const accounts = Object.keys(id.accounts) as readonly Account[];

/** One button for each part in the story. The API has these accounts only in the demo, and so has this page. */
export const DemoAccounts = ({ busy, onChoose }: { busy: boolean; onChoose: (username: string) => void }) => {
  const { t } = useTranslation();
  return (
    <Box className="card" p="lg" component="section" aria-labelledby="demo-accounts">
      <Title order={2} fz={20} id="demo-accounts">
        {t('login.demoTitle')}
      </Title>
      <Text size="sm" className="muted" mt={4} mb="md">
        {t('login.demoText', { password: 'kepahiang' })}
      </Text>
      <Box style={{ display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))' }}>
        {accounts.map((username) => (
          <Button
            key={username}
            variant="default"
            h="auto"
            py={8}
            disabled={busy}
            justify="flex-start"
            onClick={() => onChoose(username)}
            aria-label={t('login.use', { who: `${t(`accounts.${username}`)} (${username})` })}
          >
            <Box ta="left">
              <Text size="sm" fw={600} lh={1.3}>
                {t(`accounts.${username}`)}
              </Text>
              <Text size="xs" className="muted">
                {username}
              </Text>
            </Box>
          </Button>
        ))}
      </Box>
    </Box>
  );
};

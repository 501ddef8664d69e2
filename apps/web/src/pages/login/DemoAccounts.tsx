import { Box, Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../api/model';
import { inWords } from '../../format/words';

type Props = Readonly<{
  accounts: readonly { username: string; title: Words }[];
  password: string;
  busy: boolean;
  onChoose: (username: string) => void;
}>;

/** One button for each part in the story. The API names these accounts only in the demo. */
export const DemoAccounts = ({ accounts, password, busy, onChoose }: Props) => {
  const { t } = useTranslation();
  return (
    <Box className="card" p="lg" component="section" aria-labelledby="demo-accounts">
      <Title order={2} fz={20} id="demo-accounts">
        {t('login.demoTitle')}
      </Title>
      <Text size="sm" className="muted" mt={4} mb="md">
        {t('login.demoText')} <strong>{password}</strong>
      </Text>
      <Box style={{ display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))' }}>
        {accounts.map(({ username, title }) => (
          <Button
            key={username}
            variant="default"
            h="auto"
            py={8}
            disabled={busy}
            justify="flex-start"
            data-account={username}
            onClick={() => onChoose(username)}
          >
            <Box ta="left">
              <Text size="sm" fw={600} lh={1.3} style={{ whiteSpace: 'normal' }}>
                {inWords(title)}
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

import { Box, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem';
import { useSignIn, welcomeQuery } from '../../api/session';
import { LanguageSwitch } from '../../app/LanguageSwitch';
import { Mark } from '../../app/Mark';
import { inWords } from '../../format/words';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { DemoAccounts } from './DemoAccounts';
import { Notice } from '../../parts/Notice';

/** Only addresses of this application are returned to. */
const safe = (to: string | undefined): string =>
  to && to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/login') ? to : '/inbox';

export const LoginPage = () => {
  const { t } = useTranslation();
  const { to, expired } = useSearch({ from: '/login' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const welcome = useQuery(welcomeQuery).data;
  const demo = welcome?.demo === true;
  const local = welcome?.local ?? true;
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');

  useEffect(() => {
    document.title = `${t('login.title')} · Alur`;
  }, [t]);

  const enter = (who: { username: string; password: string }) =>
    signIn.mutate(who, {
      onSuccess: () => {
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'welcome' });
        void navigate({ href: safe(to) });
      },
    });
  const send = (event: FormEvent) => {
    event.preventDefault();
    enter({ username, password });
  };
  const wrong = isProblem(signIn.error) && signIn.error.status === 401;

  return (
    <Box component="main" mih="100dvh" p={{ base: 'md', sm: 'xl' }}>
      <Stack maw={demo ? 940 : 440} mx="auto" gap="xl" pt={{ base: 8, sm: 32 }}>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="md" wrap="nowrap">
            <Mark size={52} />
            <div>
              <Title order={1} fz={28} c="tarum.8" lh={1.1}>
                {t('app.name')}
              </Title>
              <Text className="muted" size="sm">
                {t('app.tagline')}
              </Text>
              <Text className="muted" size="sm">
                {welcome && inWords(welcome.government)}
              </Text>
            </div>
          </Group>
          <Box flex="none">
            <LanguageSwitch />
          </Box>
        </Group>
        <Box
          style={{
            display: 'grid',
            gap: 24,
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
            alignItems: 'start',
          }}
        >
          <Box className="card" p="lg">
            <Stack mb={local ? 'md' : 0}>
              <Title order={2} fz={20}>
                {t('login.title')}
              </Title>
              {expired && <Notice tone="info">{t('login.expired')}</Notice>}
              {welcome?.provider && (
                <Button
                  component="a"
                  href={`/api/session/provider?to=${encodeURIComponent(safe(to))}`}
                  size="md"
                  variant={local ? 'outline' : 'filled'}
                >
                  {t('login.withProvider', { provider: welcome.provider })}
                </Button>
              )}
            </Stack>
            <form onSubmit={send} hidden={!local}>
              <Stack>
                <TextInput
                  label={t('login.username')}
                  size="md"
                  autoComplete="username"
                  required
                  value={username}
                  onChange={(event) => setUsername(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t('login.password')}
                  size="md"
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
                {wrong ? (
                  <Notice tone="bad" role="alert">
                    {t('login.wrong')}
                  </Notice>
                ) : (
                  <ProblemNotice error={signIn.error} />
                )}
                <Button type="submit" size="md" loading={signIn.isPending}>
                  {t('login.submit')}
                </Button>
              </Stack>
            </form>
          </Box>
          {demo && welcome.password && (
            <DemoAccounts
              accounts={welcome.accounts}
              password={welcome.password}
              busy={signIn.isPending}
              onChoose={(name) => enter({ username: name, password: welcome.password ?? '' })}
            />
          )}
        </Box>
      </Stack>
    </Box>
  );
};

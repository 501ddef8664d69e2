import { Box, Button, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensQuery, useEndToken, useNewToken } from '../../api/office';
import { isProblem } from '../../api/problem';
import { dayOf, dayText } from '../../format/dates';
import { DayField } from '../../parts/DayField';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { Notice } from '../../parts/Notice';

export const TokensPage = () => {
  const { t } = useTranslation();
  const query = useQuery(tokensQuery);
  const end = useEndToken();
  const tokens = query.data ?? [];
  return (
    <Page title={t('token.title')} intro={t('token.intro')} narrow>
      <TokenForm />
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && tokens.length === 0 && <Nothing text={t('token.empty')} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {tokens.map(({ id, name, expiresAt }) => (
          <Group key={id} component="li" className="card wrap" p="md" justify="space-between">
            <div>
              <Text fw={700}>{name}</Text>
              <Text size="sm" className="muted">
                {expiresAt ? t('token.until', { day: dayText(dayOf(expiresAt)) }) : t('token.forever')}
              </Text>
            </div>
            <Button size="xs" variant="default" color="red.9" onClick={() => end.mutate(id)}>
              {t('token.end', { name })}
            </Button>
          </Group>
        ))}
      </Box>
    </Page>
  );
};

const TokenForm = () => {
  const { t } = useTranslation();
  const make = useNewToken();
  const [name, setName] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '')
      make.mutate({ name: name.trim(), ...(day ? { expiresAt: `${day}T16:59:59Z` } : {}) }, { onSuccess: () => setName('') });
  };
  return (
    <form onSubmit={send} className="card" style={{ padding: 20 }}>
      <Stack>
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput
            label={t('token.name')}
            required
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
            error={isProblem(make.error) ? make.error.at('name') : undefined}
          />
          <DayField label={`${t('token.expires')} (${t('say.optional')})`} value={day} onValue={setDay} clearable />
        </Group>
        <ProblemNotice error={make.error} />
        <Button type="submit" loading={make.isPending}>
          {t('token.create')}
        </Button>
        {make.data && (
          <Notice tone="good" title={t('token.created')}>
            <Code block>{make.data.token}</Code>
            <CopyButton value={make.data.token}>
              {({ copied, copy }) => (
                <Button mt="xs" size="xs" variant="default" onClick={copy}>
                  {copied ? t('token.copied') : t('token.copy')}
                </Button>
              )}
            </CopyButton>
          </Notice>
        )}
      </Stack>
    </form>
  );
};

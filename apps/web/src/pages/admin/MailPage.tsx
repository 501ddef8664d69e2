import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mailQuery } from '../../api/office';
import { instantText } from '../../format/dates';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';

export const MailPage = () => {
  const { t } = useTranslation();
  const query = useQuery(mailQuery);
  const mails = query.data ?? [];
  return (
    <Page title={t('mail.title')} intro={t('mail.intro')} narrow>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && mails.length === 0 && <Nothing text={t('mail.empty')} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {mails.map((mail) => (
          <li key={mail.id} className="card wrap">
            <Box component="details" p="md">
              <summary style={{ cursor: 'pointer' }}>
                <Text span fw={600}>
                  {mail.subject}
                </Text>
                <Text size="sm" className="muted">
                  {t('mail.to')}: {mail.to ?? t('mail.nobody')}
                  {` · ${instantText(mail.at)} · ${t(`mail.status.${mail.status}`)}`}
                  {mail.error && ` (${mail.error})`}
                </Text>
              </summary>
              <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {mail.text}
              </Text>
            </Box>
          </li>
        ))}
      </Box>
    </Page>
  );
};

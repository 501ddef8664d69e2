import { Anchor, Button, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { Notice } from './Notice';

/** What went wrong, in the API's own words, with a way on where there is one. */
export const ProblemNotice = ({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) => {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = isProblem(error) ? error : undefined;
  const silent = problem === undefined || problem.status === 0;
  const text = silent ? t('say.offline') : problem.status === 412 ? t('say.faster') : problem.message;

  return (
    <Notice tone="bad" role="alert" title={t('say.failed')}>
      <Text size="sm">{text}</Text>
      {problem && problem.errors.length > 0 && (
        <List size="sm" mt="xs">
          {problem.errors.map(({ field, message }) => (
            <List.Item key={`${field}${message}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {problem?.status === 404 && (
        <Anchor component={Link} to="/inbox" size="sm" fw={600} c="inherit" underline="always" mt="xs" display="inline-block">
          {t('say.toInbox')}
        </Anchor>
      )}
      {retry && problem?.status !== 404 && (
        <Button mt="sm" size="xs" variant="default" onClick={() => void retry()}>
          {t('say.retry')}
        </Button>
      )}
    </Notice>
  );
};

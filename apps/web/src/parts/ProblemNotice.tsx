import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';

/** What went wrong, in the API's own words, with a way on where there is one. */
export const ProblemNotice = ({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) => {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = isProblem(error) ? error : undefined;
  const text =
    problem === undefined || problem.status === 0 ? t('say.offline') : problem.status === 412 ? t('say.faster') : problem.message;

  return (
    <Alert
      color="red.9"
      variant="light"
      role="alert"
      title={t('say.failed')}
      icon={<IconAlertTriangle aria-hidden />}
      className="wrap"
    >
      {text}
      {problem && problem.errors.length > 0 && (
        <List size="sm" mt="xs">
          {problem.errors.map(({ field, message }) => (
            <List.Item key={`${field}${message}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {retry && (
        <Button mt="sm" size="xs" variant="default" onClick={() => void retry()}>
          {t('say.retry')}
        </Button>
      )}
    </Alert>
  );
};

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { policiesQuery, timersQuery } from '../../api/operations';
import { instantText } from '../../format/dates';
import { inWords } from '../../format/words';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { behindText, lasting } from './lateness';
import { Row, Rows } from './Rows';

/** What is over its time, and why. */
export const Overdue = () => {
  const { t } = useTranslation();
  const query = useQuery(timersQuery);
  return (
    <Section title={t('operations.timers')}>
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.data?.length === 0 && <Text className="muted">{t('operations.noTimers')}</Text>}
      <Rows>
        {(query.data ?? []).map((timer) => (
          <Row key={timer.id} aside={<Tag tone="warn">{t('operations.late', { age: lasting(t, timer.lateSeconds) })}</Tag>}>
            <Text size="sm" ff="monospace">
              {timer.codes.join(', ')}
            </Text>
            <Text size="sm" className="muted">
              {instantText(timer.dueAt)} · {timer.of}
            </Text>
            {timer.explanation && <Text size="sm">{inWords(timer.explanation)}</Text>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
};

/** What is done because something happened, and how far each is. */
export const Policies = () => {
  const { t } = useTranslation();
  const query = useQuery(policiesQuery);
  return (
    <Section title={t('operations.policies')}>
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      <Rows>
        {(query.data ?? []).map((policy) => (
          <Row
            key={policy.name}
            aside={policy.parked > 0 && <Tag tone="bad">{t('operations.parked', { count: policy.parked })}</Tag>}
          >
            <Text fw={700} ff="monospace" size="sm">
              {policy.name}
            </Text>
            <Text size="sm" className="muted">
              {t('projection.position')} {policy.position ?? '–'} · {behindText(t, policy)}
            </Text>
          </Row>
        ))}
      </Rows>
    </Section>
  );
};

import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, incidentsQuery, settledQuery, useResolve } from '../../api/operations';
import { instantText } from '../../format/dates';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { toast } from '../../parts/toast';
import { Row, Rows } from './Rows';
import { SkipDialog } from './SkipDialog';

/** What stopped and waits for a person, and what was chosen before. */
export const Incidents = () => {
  const { t } = useTranslation();
  const open = useQuery(incidentsQuery);
  const settled = useQuery(settledQuery);
  const [asked, setAsked] = useState<Incident | null>(null);
  return (
    <Section title={t('operations.incidents')}>
      {open.isError && <ProblemNotice error={open.error} retry={open.refetch} />}
      {open.data?.length === 0 && <Text className="muted">{t('operations.noIncidents')}</Text>}
      <Rows>
        {(open.data ?? []).map((incident) => (
          <Open key={incident.id} incident={incident} onSkip={() => setAsked(incident)} />
        ))}
      </Rows>
      {(settled.data ?? []).length > 0 && (
        <details style={{ marginTop: 16 }}>
          <summary>{t('operations.settled')}</summary>
          <Rows>
            {(settled.data ?? []).map((incident) => (
              <Row
                key={`${incident.id} ${incident.decidedAt}`}
                aside={<Tag tone="plain">{t(`operations.choice.${incident.status}`)}</Tag>}
              >
                <Text size="sm" fw={600} ff="monospace">
                  {incident.name}
                </Text>
                <Text size="sm" className="muted">
                  {incident.eventType} · {incident.decidedAt && instantText(incident.decidedAt)}
                </Text>
                {incident.reason && <Text size="sm">{incident.reason}</Text>}
              </Row>
            ))}
          </Rows>
        </details>
      )}
      <SkipDialog asked={asked} onClose={() => setAsked(null)} />
    </Section>
  );
};

const Open = ({ incident, onSkip }: { incident: Incident; onSkip: () => void }) => {
  const { t } = useTranslation();
  const resolve = useResolve();
  const { id, kind, name, eventType: type, position, stream, error, at } = incident;
  const retry = () =>
    resolve.mutate(
      { id, choice: 'retry', reason: '' },
      { onSuccess: ({ settled }) => toast(t(settled || kind === 'policy' ? 'operations.retrying' : 'operations.stillThere')) },
    );
  return (
    <Row
      aside={
        <>
          <Button size="xs" loading={resolve.isPending} onClick={retry} aria-label={`${t('operations.retry')}: ${name}`}>
            {t('operations.retry')}
          </Button>
          <Button size="xs" variant="default" color="red.9" onClick={onSkip} aria-label={`${t('operations.skip')}: ${name}`}>
            {t('operations.skip')}
          </Button>
        </>
      }
    >
      <Text fw={700}>{t(kind === 'projection' ? 'operations.projectionStopped' : 'operations.policyParked', { name })}</Text>
      <Text size="sm">
        {t('operations.event', { type, position })} · {instantText(at)}
      </Text>
      <Text size="sm" className="muted" ff="monospace">
        {stream}
      </Text>
      <Text size="sm" c="var(--alur-bad)">
        {error}
      </Text>
      <ProblemNotice error={resolve.error} />
    </Row>
  );
};

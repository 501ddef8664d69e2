import { Button, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProjectionState } from '../../api/model';
import { projectionsQuery, useRebuild } from '../../api/office';
import { useCancelRebuild } from '../../api/operations';
import { named } from '../../format/words';
import type { Tone } from '../../parts/Notice';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { toast } from '../../parts/toast';
import { Waiting } from '../../parts/Waiting';
import { behindText } from './lateness';
import { Row, Rows } from './Rows';

const tones: Record<ProjectionState['status'], Tone> = { live: 'good', rebuilding: 'warn', stopped: 'bad' };

/** Every read model: how far it is, who does it, and making it again. */
export const ReadModels = () => {
  const { t } = useTranslation();
  const query = useQuery(projectionsQuery);
  const owner = query.data?.find((row) => row.owner !== null)?.owner;
  return (
    <Section title={t('operations.readModels')}>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && (
        <Text size="sm" className="muted" mb="md">
          {owner ? t('operations.owner', { owner }) : t('operations.nobody')}
        </Text>
      )}
      <Rows>
        {(query.data ?? []).map((row) => (
          <ReadModel key={`${row.name} ${row.generation}`} row={row} />
        ))}
      </Rows>
    </Section>
  );
};

const ReadModel = ({ row }: { row: ProjectionState }) => {
  const { t } = useTranslation();
  const { name, status } = row;
  const [rebuild, cancel] = [useRebuild(), useCancelRebuild()];
  const building = status === 'rebuilding';
  const done = Number(row.position ?? 0);
  const percent = row.lag === null || done + row.lag === 0 ? 0 : (100 * done) / (done + row.lag);
  const act = building
    ? () => cancel.mutate(name, { onSuccess: () => toast(t('operations.cancelled', { name })) })
    : () => rebuild.mutate(name, { onSuccess: () => toast(t('projection.started', { name })) });
  const word = t(building ? 'operations.cancel' : 'projection.rebuild');
  return (
    <Row
      aside={
        <>
          <Tag tone={tones[status]}>{named('projection.states', status)}</Tag>
          <Button
            size="xs"
            variant="default"
            loading={rebuild.isPending || cancel.isPending}
            onClick={act}
            aria-label={`${word}: ${name}`}
          >
            {word}
          </Button>
        </>
      }
    >
      <Text fw={700} ff="monospace" size="sm">
        {name}
      </Text>
      <Text size="sm" className="muted">
        {t('projection.generation')} {row.generation} · {t('projection.position')} {row.position ?? '–'} · {behindText(t, row)}
      </Text>
      {building && <Progress value={percent} mt={6} aria-label={t('operations.progress', { name })} />}
      <ProblemNotice error={rebuild.error ?? cancel.error} />
    </Row>
  );
};

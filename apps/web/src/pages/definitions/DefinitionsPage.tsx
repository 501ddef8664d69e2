import { Anchor, Box, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type DefinitionItem, definitionsQuery } from '../../api/definitions';
import { inWords } from '../../format/words';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Tag } from '../../parts/StatusBadge';
import { Nothing, Waiting } from '../../parts/Waiting';

/** Every approval there is. */
export const DefinitionsPage = () => {
  const { t } = useTranslation();
  const query = useQuery(definitionsQuery);
  return (
    <Page title={t('definition.title')} intro={t('definition.intro')} narrow>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.data?.items.length === 0 && <Nothing text={t('definition.empty')} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {query.data?.items.map((item) => (
          <DefinitionCard key={item.id} item={item} />
        ))}
      </Box>
    </Page>
  );
};

const DefinitionCard = ({ item: { id, title, inForce, versions, draft } }: { item: DefinitionItem }) => {
  const { t } = useTranslation();
  return (
    <Box component="li" className="card wrap" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Anchor component={Link} to={`/definitions/${id}`} fw={700}>
            {inWords(title)}
          </Anchor>
          <Text size="sm" className="muted">
            {id} · {t('definition.versions', { count: versions })}
          </Text>
        </div>
        <Group gap="xs">
          {draft && <Tag tone="warn">{t('definition.draftWaits')}</Tag>}
          <Tag tone={inForce === null ? 'plain' : 'good'}>
            {inForce === null ? t('definition.noneInForce') : t('definition.inForce', { version: inForce })}
          </Tag>
        </Group>
      </Group>
    </Box>
  );
};

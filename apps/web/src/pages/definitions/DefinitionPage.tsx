import { Anchor, Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { definitionQuery } from '../../api/definitions';
import { inWords } from '../../format/words';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';
import { Waiting } from '../../parts/Waiting';
import { BackTestPanel } from './changes/BackTestPanel';
import { MigrationPanel } from './changes/MigrationPanel';
import { DefinitionDiagram } from './diagram/DefinitionDiagram';
import { Differences } from './Differences';
import { DraftForm } from './DraftForm';
import { SimulationPanel } from './SimulationPanel';
import { StaffingWarnings } from './StaffingWarnings';
import { tones } from './tones';
import { VersionList } from './VersionList';

/** One version of a definition: what became of it, how it goes, what it says otherwise than the one before. */
export const DefinitionPage = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/definitions/$id' });
  const { version: asked } = useSearch({ from: '/inside/definitions/$id' });
  const query = useQuery(definitionQuery(id, asked === undefined ? undefined : Number(asked)));
  if (query.isPending) return <Waiting />;
  if (!query.data)
    return (
      <Page title={t('definition.title')} narrow>
        <ProblemNotice error={query.error} retry={query.refetch} />
      </Page>
    );
  const shown = query.data;
  const { version, status, title, versions } = shown;
  const isDraft = status !== 'published' && status !== 'retired';
  const before = versions.find((each) => each.version < version)?.version;

  return (
    <Page
      title={inWords(title)}
      intro={`${id} · ${t('definition.version', { version })}`}
      aside={<Tag tone={tones[status]}>{t(`definition.status.${status}`)}</Tag>}
    >
      <Anchor component={Link} to="/definitions" size="sm">
        {t('definition.back')}
      </Anchor>
      <Stack gap="md">
        <StaffingWarnings warnings={shown.warnings} />
        <VersionList shown={shown} />
        <Section
          title={t('definition.diagram')}
          aside={
            <Button
              component="a"
              href={`/api/definitions/${id}/bpmn?version=${version}`}
              download={`${id}-v${version}.bpmn`}
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('definition.bpmn')}
            </Button>
          }
        >
          <DefinitionDiagram definitionId={id} version={version} />
        </Section>
        {before !== undefined && <Differences id={id} from={before} to={version} />}
        <SimulationPanel key={version} shown={shown} />
        {shown.mayWrite && isDraft && <BackTestPanel key={`test ${version}`} shown={shown} />}
        {shown.mayJudge && !isDraft && <MigrationPanel key={`migration ${version}`} shown={shown} />}
        {shown.mayWrite && <DraftForm key={`draft ${version}`} shown={shown} />}
      </Stack>
    </Page>
  );
};

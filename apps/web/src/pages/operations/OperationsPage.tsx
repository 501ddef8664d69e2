import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/Page';
import { Overdue, Policies } from './FollowUp';
import { Incidents } from './Incidents';
import { ReadModels } from './ReadModels';

/** For whoever looks after the machine: what needs him first, then how everything stands. */
export const OperationsPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('operations.title')} intro={t('operations.intro')} narrow>
      <Incidents />
      <Overdue />
      <ReadModels />
      <Policies />
    </Page>
  );
};

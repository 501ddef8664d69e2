import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { named } from '../../format/words';
import { Notice } from '../../parts/Notice';

/** The open stages whose office nobody fills: what happens now, and who was told. */
export const Vacancies = ({ proposal: { vacancies } }: { proposal: Pick<Proposal, 'vacancies'> }) => {
  const { t } = useTranslation();
  return vacancies.map(({ stage, policy, alerted }) => (
    <Notice key={stage} tone={policy === 'wait' ? 'bad' : 'info'} title={named('stageName', stage)}>
      {t(`vacancy.${policy}`, {
        stage: named('stageName', stage),
        who: alerted.length > 0 ? alerted.map(({ name }) => name).join(', ') : t('vacancy.nobody'),
      })}
    </Notice>
  ));
};

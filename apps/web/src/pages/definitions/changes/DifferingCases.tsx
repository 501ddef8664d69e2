import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackTest, TestedCase } from '../../../api/definition-changes';
import { named } from '../../../format/words';
import { CaseLink } from './CaseLink';
import { refusalName } from './BackTestSummary';
import './changes.css';

type Titled = (place: string) => string;

/** The cases that a draft would have made another thing of, before and after. */
export const DifferingCases = ({ report, titled }: { report: BackTest; titled: Titled }) => {
  const { t } = useTranslation();
  const count = report.cases - report.same;
  return (
    <Stack gap="xs">
      <Title order={3} fz={16}>
        {t('change.differing')}
      </Title>
      {report.items.length < count && (
        <Text size="sm" className="muted">
          {t('change.firstOnes', { shown: report.items.length, count })}
        </Text>
      )}
      <table className="case-table" data-table="differing">
        <thead>
          <tr>
            <th scope="col">{t('change.case')}</th>
            <th scope="col">{t('change.differs')}</th>
            <th scope="col">{t('change.before')}</th>
            <th scope="col">{t('change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {report.items.map((item) => (
            <Row key={item.caseId} item={item} titled={titled} />
          ))}
        </tbody>
      </table>
    </Stack>
  );
};

const Row = ({ item, titled }: { item: TestedCase; titled: Titled }) => {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <CaseLink of={item} />
      </th>
      <td data-label={t('change.differs')}>{item.differs.map((aspect) => t(`change.aspect.${aspect}`)).join(', ')}</td>
      <td data-label={t('change.before')}>
        <CourseCell course={item.was} titled={titled} />
      </td>
      <td data-label={t('change.after')}>
        <CourseCell course={item.wouldBe} titled={titled} />
        {item.refused.length > 0 && (
          <Text size="sm">{t('change.refused', { codes: item.refused.map(refusalName).join(', ') })}</Text>
        )}
      </td>
    </tr>
  );
};

const CourseCell = ({
  course: { path, people, workingDays, outcome },
  titled,
}: {
  course: TestedCase['was'];
  titled: Titled;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <ol>
        {path.map((place) => (
          <li key={place}>{titled(place)}</li>
        ))}
      </ol>
      <Text size="xs" className="muted">
        {t('change.course', { days: workingDays, people, outcome: named('change.outcome', outcome) })}
      </Text>
    </>
  );
};

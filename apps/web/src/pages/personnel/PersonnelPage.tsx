import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employee } from '../../api/model';
import { Page } from '../../parts/Page';
import { EmployeePicker } from '../compose/EmployeePicker';
import { SanctionForm } from './SanctionForm';
import { StatusForm } from './StatusForm';
import { statusNamed } from './statuses';

const deeds = ['status', 'sanction'] as const;

/** For HR: a change of somebody's status, or a sanction, by letter. */
export const PersonnelPage = () => {
  const { t } = useTranslation();
  const [person, setPerson] = useState<Employee | null>(null);
  const [deed, setDeed] = useState<(typeof deeds)[number]>('status');
  const done = () => setPerson(null);

  return (
    <Page title={t('personnel.title')} intro={t('personnel.intro')} narrow>
      <Stack className="card" p="lg">
        <EmployeePicker label={t('personnel.employee')} hint={t('personnel.employeeHint')} value={person} onValue={setPerson} />
        {person && (
          <>
            <Text size="sm" role="status">
              {t('personnel.now', { status: t(`personnel.statuses.${statusNamed(person.status)}`) })}
            </Text>
            <SegmentedControl
              aria-label={t('personnel.what')}
              value={deed}
              onChange={(next) => setDeed(deeds.find((name) => name === next) ?? 'status')}
              data={deeds.map((name) => ({ value: name, label: t(`personnel.${name}`) }))}
            />
            {deed === 'status' ? (
              <StatusForm key={person.id} person={person} onDone={done} />
            ) : (
              <SanctionForm key={person.id} person={person} onDone={done} />
            )}
          </>
        )}
      </Stack>
    </Page>
  );
};

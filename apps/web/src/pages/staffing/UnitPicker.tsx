import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery, useUnits } from '../../api/staffing';
import type { Unit } from '../../api/model';
import { SearchSelect } from '../../parts/SearchSelect';

type Props = Readonly<{ name?: string | undefined; onUnit: (id: string | null) => void; label?: string }>;

/** Finds a unit by name; shows the one that the page is about. */
export const UnitPicker = ({ name, onUnit, label }: Props) => {
  const { t } = useTranslation();
  const [value, setValue] = useState<Unit | null>(null);
  const agencies = useQuery(unitsQuery({ kind: 'agency' })).data ?? [];
  const agencyName = (unit: Unit): string =>
    unit.agency === unit.id ? '' : (agencies.find(({ id }) => id === unit.agency)?.name ?? '');

  useEffect(() => {
    if (name) setValue({ id: name, name, code: '', kind: 'unit', parent: null, agency: name });
  }, [name]);

  return (
    <SearchSelect<Unit>
      label={label ?? t('map.unit')}
      value={value}
      onValue={(unit) => {
        setValue(unit);
        onUnit(unit?.id ?? null);
      }}
      useItems={useUnits}
      nameOf={(unit) => unit.name}
      render={(unit) => (
        <>
          <Text size="sm" fw={600}>
            {unit.name}
          </Text>
          <Text size="xs" className="muted">
            {agencyName(unit)}
          </Text>
        </>
      )}
    />
  );
};

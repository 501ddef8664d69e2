import { Anchor, Box } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mapQuery, useWholeGovernment } from '../../api/staffing';
import { useMe, useNow } from '../../api/session';
import { dayOf, dayText } from '../../format/dates';
import { DayField } from '../../parts/DayField';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { MapPosts } from './MapPosts';
import { SubUnits } from './SubUnits';
import { Totals } from './Totals';
import { UnitPicker } from './UnitPicker';

/** Posts of a unit with need, incumbents and gap, on any day. One's own agency first. */
export const MapPage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/map' });
  const navigate = useNavigate();
  const today = dayOf(useNow());
  const own = useMe()?.offices.find(({ unit }) => unit)?.unit?.id;
  const whole = useWholeGovernment(own === undefined && search.unit === undefined);
  const unit = search.unit ?? own ?? whole;
  const query = useQuery({
    ...mapQuery(unit ?? '', search.asOf),
    enabled: unit !== undefined,
    placeholderData: keepPreviousData,
  });
  const map = query.data;

  return (
    <Page title={t('map.title')} printed={`${t('map.asOf')} ${dayText(search.asOf ?? today)}`}>
      <Box style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))' }} maw={760}>
        <UnitPicker
          name={map?.unit.name}
          onUnit={(id) => void navigate({ to: '/map', search: { ...search, unit: id ?? undefined } })}
        />
        <DayField
          label={t('map.asOf')}
          value={search.asOf ?? today}
          onValue={(day) =>
            void navigate({ to: '/map', search: { ...search, asOf: day === null || day === today ? undefined : day } })
          }
          clearable={search.asOf !== undefined}
        />
      </Box>
      {!unit && <Nothing text={t('map.choose')} />}
      {unit && query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {map && (
        <>
          {map.unit.parent && (
            <Anchor
              component="button"
              type="button"
              ta="left"
              onClick={() => void navigate({ to: '/map', search: { ...search, unit: map.unit.parent?.id } })}
            >
              {t('map.above')}: {map.unit.parent.name}
            </Anchor>
          )}
          <Totals totals={map.totals} title={map.unit.name} />
          {map.units.length > 0 && (
            <SubUnits units={map.units} onUnit={(id) => void navigate({ to: '/map', search: { ...search, unit: id } })} />
          )}
          <MapPosts posts={map.positions} />
        </>
      )}
    </Page>
  );
};

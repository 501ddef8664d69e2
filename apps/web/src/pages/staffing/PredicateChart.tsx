import { Box, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Predicate, UnitPerformance } from '../../api/model';
import { numberText, percentText } from '../../format/dates';
import { named } from '../../format/words';
import { predicates } from './predicates';
import { Section } from '../../parts/Section';

const colors: Record<Predicate, string> = {
  very_good: 'teal-8',
  good: 'teal-6',
  needs_improvement: 'orange-6',
  poor: 'red-7',
  very_poor: 'red-9',
};

/** How a unit's people were rated: a bar to see it, a table to read it. */
export const PredicateChart = ({ performance: { unit, year, counts, people } }: { performance: UnitPerformance }) => {
  const { t } = useTranslation();
  const total = predicates.reduce((sum, predicate) => sum + (counts[predicate] ?? 0), 0);
  const share = (predicate: Predicate): number => (total === 0 ? 0 : (counts[predicate] ?? 0) / total);
  const listed = Array.isArray(people) ? people : [];

  if (total === 0) return <Section title={unit.name}>{t('performance.none')}</Section>;
  return (
    <Section
      title={unit.name}
      aside={
        <Text className="muted" size="sm">
          {t('performance.counted', { people: numberText(total) })}
        </Text>
      }
    >
      <Text fw={600} mb="sm">
        {t('performance.year', { year: String(year) })}
      </Text>
      <Box aria-hidden style={{ display: 'flex', height: 22, borderRadius: 8, overflow: 'hidden', gap: 2 }} mb="md">
        {predicates.map(
          (predicate) =>
            share(predicate) > 0 && (
              <Box
                key={predicate}
                style={{ flexGrow: share(predicate), background: `var(--mantine-color-${colors[predicate]})` }}
              />
            ),
        )}
      </Box>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('performance.name')}</Table.Th>
            <Table.Th ta="right">{t('performance.count')}</Table.Th>
            <Table.Th ta="right">{t('performance.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {predicates.map((predicate) => (
            <Table.Tr key={predicate}>
              <Table.Th scope="row" fw={500}>
                <Box
                  component="span"
                  aria-hidden
                  style={{
                    display: 'inline-block',
                    width: 12,
                    height: 12,
                    borderRadius: 3,
                    marginInlineEnd: 8,
                    background: `var(--mantine-color-${colors[predicate]})`,
                  }}
                />
                {t(`performance.predicate.${predicate}`)}
              </Table.Th>
              <Table.Td ta="right">{numberText(counts[predicate] ?? 0)}</Table.Td>
              <Table.Td ta="right">{percentText(share(predicate))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {listed.length > 0 && (
        <details style={{ marginTop: 16 }}>
          <summary style={{ cursor: 'pointer', fontWeight: 600 }}>{t('performance.people')}</summary>
          <ul className="rows" style={{ marginTop: 12 }}>
            {listed.map(({ id, name, post, predicate }) => (
              <li key={id}>
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <Text size="sm" className="muted">
                  {[post, predicate ? named('performance.predicate', predicate) : t('performance.unrated')]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

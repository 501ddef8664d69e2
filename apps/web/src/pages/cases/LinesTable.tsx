import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFull } from '../../api/generic';
import { inWords, named } from '../../format/words';
import { Section } from '../../parts/Section';
import { Tag } from '../../parts/StatusBadge';

const tones = { draft: 'plain', open: 'info', approved: 'good', closed: 'plain', fallen: 'bad' } as const;

/** Whom a batch is about, and what became of each. */
export const LinesTable = ({ of }: { of: CaseFull }) => {
  const { t } = useTranslation();
  if (of.lines.length === 0) return null;
  const stageName = (key: string | null) =>
    inWords(of.stages.find((stage) => stage.key === key)?.title) || named('stageName', key ?? '');
  return (
    <Section title={t('generic.lines.title', { count: of.lines.length })}>
      <Table layout="auto" verticalSpacing="xs" horizontalSpacing={6} data-lines>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>#</Table.Th>
            <Table.Th>{t('generic.lines.employee')}</Table.Th>
            <Table.Th ta="right">{t('generic.lines.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.lines.map(({ key, subject, state, because, stage, said, own }) => (
            <Table.Tr key={key} data-line={key}>
              <Table.Td valign="top">{key}</Table.Td>
              <Table.Td className="wrap">
                <Text size="sm" fw={600} td={state === 'fallen' ? 'line-through' : undefined}>
                  {subject.name}
                </Text>
                <Text size="xs" className="muted">
                  NIP {subject.nip}
                  {subject.grade && ` · ${subject.grade}`}
                </Text>
                {own && (
                  <Text size="xs" c="red.9">
                    {t('generic.lines.own')}
                  </Text>
                )}
                {said.map(({ by, reason, at }) => (
                  <Text key={`${by.id}${at}`} size="sm" className="quote" mt={4}>
                    {by.name}: {reason === null || reason === '' ? '–' : reason}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td valign="top" ta="right">
                <Tag tone={tones[state]}>
                  {because === null ? named('generic.lines.states', state) : named('generic.lines.fell', because)}
                </Tag>
                {stage !== null && (
                  <Text size="xs" className="muted" mt={4}>
                    {stageName(stage)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {of.lines.length > 5 && (
        <Anchor href={`/api/cases/${of.id}/lines?format=xlsx`} download size="sm">
          {t('generic.lines.workbook')}
        </Anchor>
      )}
    </Section>
  );
};

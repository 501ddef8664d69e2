import { Box, Button, Group, JsonInput, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DefinitionVersion, type Simulation, useSimulate } from '../../api/definitions';
import { dayText } from '../../format/dates';
import { inWords, named } from '../../format/words';
import { Notice } from '../../parts/Notice';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import '../case/case.css';

const objectIn = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** Runs one case of the version, without a trace. */
export const SimulationPanel = ({ shown }: { shown: DefinitionVersion }) => {
  const { t } = useTranslation();
  const simulate = useSimulate(shown.id);
  const [text, setText] = useState('');
  const [as, setAs] = useState('');
  const [seed, setSeed] = useState(1);
  const dossier = text.trim() === '' ? {} : objectIn(text);
  const initiators = Array.isArray(shown.definition.initiators) ? shown.definition.initiators.map(String) : [];
  const run = (next: number) => {
    setSeed(next);
    if (dossier) simulate.mutate({ version: shown.version, dossier, seed: next, ...(as && { as }) });
  };

  return (
    <Section title={t('definition.try')}>
      <Stack gap="sm">
        <Text size="sm" className="muted">
          {t('definition.tryHint')}
        </Text>
        <JsonInput
          label={t('definition.dossier')}
          value={text}
          onChange={setText}
          autosize
          minRows={2}
          maxRows={10}
          placeholder="{}"
          error={dossier === undefined && t('definition.badDossier')}
        />
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('definition.startedBy')}
            value={as}
            onChange={(event) => setAs(event.currentTarget.value)}
            data={[{ value: '', label: t('definition.anyStarter') }, ...initiators]}
          />
          <Button loading={simulate.isPending} disabled={!dossier} onClick={() => run(seed)}>
            {t('definition.run')}
          </Button>
          {simulate.data && (
            <Button variant="default" onClick={() => run(seed + 1)}>
              {t('definition.another')}
            </Button>
          )}
        </Group>
        <ProblemNotice error={simulate.error} />
        {simulate.data && <Path simulation={simulate.data} />}
      </Stack>
    </Section>
  );
};

/** What a stage, a case or a person came to, in the words of the case page. */
const outcomeName = (outcome: string): string => {
  const groups = ['definition.outcome', 'outcome', 'verb'];
  return groups.map((group) => named(group, outcome)).find((name) => name !== outcome) ?? outcome;
};

const Path = ({ simulation: { outcome, workingDays, context, steps, stuck } }: { simulation: Simulation }) => {
  const { t } = useTranslation();
  const titleAt = (stage: string) => inWords(steps.find((step) => step.stage === stage)?.title) || stage;
  const tone = outcome === 'approved' ? 'good' : outcome === 'stuck' ? 'bad' : 'info';
  return (
    <Box aria-live="polite">
      <Notice
        tone={tone}
        title={`${named('definition.outcome', outcome)} · ${t('definition.workingDays', { count: workingDays })}`}
      >
        {stuck.map(({ stage, role }) => (
          <Text size="sm" key={stage + role}>
            {t('definition.stuckAt', { stage: titleAt(stage), role: named('role', role) })}
          </Text>
        ))}
        <Text size="sm">
          {t('definition.read', {
            names: Object.entries(context)
              .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
              .join(', '),
          })}
        </Text>
      </Notice>
      <ol className="line" style={{ marginTop: 16 }}>
        {steps.map((step, index) => (
          <li key={index} className="line-item wrap" data-quiet={step.what === 'skipped' || undefined}>
            <Text size="sm" fw={step.what === 'opened' || step.what === 'ended' ? 700 : 500}>
              {named('definition.what', step.what)}
              {step.title && `: ${inWords(step.title)}`}
              {step.outcome && ` · ${outcomeName(step.outcome)}`}
            </Text>
            <Text size="xs" className="muted">
              {[
                dayText(step.on),
                named('role', step.role),
                step.dueOn && t('definition.due', { day: dayText(step.dueOn) }),
                step.because && t('definition.skippedBecause', { condition: step.because }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </Box>
  );
};

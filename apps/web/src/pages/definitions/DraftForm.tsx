import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DefinitionProblem, type DefinitionVersion, useCheckDraft, useDraft } from '../../api/definitions';
import { isProblem } from '../../api/problem';
import { named } from '../../format/words';
import { Notice } from '../../parts/Notice';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { toast } from '../../parts/toast';

/** The document to begin with: what is shown, one version on. */
const beginning = ({ document, version, versions, status }: DefinitionVersion): string => {
  const out = versions.filter((each) => each.status === 'published' || each.status === 'retired');
  const next = Math.max(0, ...out.map((each) => each.version)) + 1;
  const isDraft = status !== 'published' && status !== 'retired';
  return isDraft ? document : document.replace(`version: ${version}\n`, `version: ${next}\n`);
};

/** The next version, written as text, checked wholly before it is kept. */
export const DraftForm = ({ shown }: { shown: DefinitionVersion }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(() => beginning(shown));
  const [check, draft] = [useCheckDraft(shown.id), useDraft(shown.id)];
  const problems = check.data ?? problemsIn(draft.error);
  const write = (next: string) => {
    setText(next);
    check.reset();
    draft.reset();
  };
  const save = () =>
    draft.mutate(text, {
      onSuccess: (version) => {
        toast(t('definition.saved', { version }));
        void navigate({ to: '/definitions/$id', params: { id: shown.id }, search: { version: String(version) } });
      },
    });

  return (
    <Section title={t('definition.edit')}>
      <Stack gap="sm">
        <Textarea
          label={t('definition.document')}
          description={t('definition.editHint')}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          autosize
          minRows={12}
          maxRows={28}
          spellCheck={false}
          styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: 13, whiteSpace: 'pre', overflowX: 'auto' } }}
        />
        <Group gap="sm">
          <Button variant="default" loading={check.isPending} onClick={() => check.mutate(text)}>
            {t('definition.check')}
          </Button>
          <Button loading={draft.isPending} onClick={save}>
            {t('definition.save')}
          </Button>
        </Group>
        {problems && <Problems problems={problems} />}
        {!problemsIn(draft.error) && <ProblemNotice error={draft.error ?? check.error} />}
      </Stack>
    </Section>
  );
};

/** Everything that a refusal says is wrong with the document. */
const problemsIn = (error: unknown): readonly DefinitionProblem[] | undefined => {
  const problems = isProblem(error) ? error.facts['problems'] : undefined;
  return Array.isArray(problems) ? (problems as DefinitionProblem[]) : undefined;
};

const Problems = ({ problems }: { problems: readonly DefinitionProblem[] }) => {
  const { t } = useTranslation();
  if (problems.length === 0) return <Notice tone="good" role="status" title={t('definition.sound')} />;
  return (
    <Notice tone="bad" role="alert" title={t('definition.problems', { count: problems.length })}>
      <List size="sm">
        {problems.map(({ at, code, about }, index) => (
          <List.Item key={index}>
            <Text span size="sm" ff="monospace">
              {at || '·'}
            </Text>{' '}
            {named('definition.problem', code)}: {about}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
};

import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery, useDeed } from '../../api/cases';
import type { Proposal } from '../../api/model';
import { instantText } from '../../format/dates';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { ReasonField } from '../../parts/ReasonField';
import { Section } from '../../parts/Section';

export const Comments = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const deed = useDeed(proposal.id);
  const [text, setText] = useState('');
  const comments = (useQuery(timelineQuery(proposal.id)).data ?? []).filter(({ type }) => type === 'CommentAdded');
  const allowed = proposal.actions.some(({ verb, allowed: may }) => verb === 'comment' && may);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') deed.mutate({ verb: 'comment', reason: text.trim() }, { onSuccess: () => setText('') });
  };

  return (
    <Section title={t('comment.title')}>
      <Stack gap="md">
        {comments.length === 0 && (
          <Text size="sm" className="muted">
            {t('comment.none')}
          </Text>
        )}
        {comments.length > 0 && (
          <ul className="rows">
            {comments.map(({ id, actor, text: said, reason, at }) => (
              <li key={id}>
                <Text size="sm" fw={600}>
                  {actor?.name}{' '}
                  <Text span size="xs" className="muted" fw={400}>
                    {instantText(at)}
                  </Text>
                </Text>
                <Text size="sm" className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
                  {said ?? reason}
                </Text>
              </li>
            ))}
          </ul>
        )}
        {allowed && (
          <form onSubmit={send} className="no-print">
            <Stack gap="xs" align="flex-start">
              <ReasonField label={t('comment.add')} value={text} onValue={setText} required={false} plain minRows={2} w="100%" />
              <ProblemNotice error={deed.error} />
              <Button type="submit" variant="default" size="sm" loading={deed.isPending} disabled={text.trim() === ''}>
                {t('say.send')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Section>
  );
};

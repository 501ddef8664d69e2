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
  const deed = useDeed(proposal.id);
  return (
    <Remarks
      id={proposal.id}
      allowed={proposal.actions.some(({ verb, allowed }) => verb === 'comment' && allowed)}
      busy={deed.isPending}
      error={deed.error}
      onSend={(text, done) => deed.mutate({ verb: 'comment', reason: text }, { onSuccess: done })}
    />
  );
};

type Props = Readonly<{
  id: string;
  allowed: boolean;
  busy: boolean;
  error: unknown;
  onSend: (text: string, done: () => void) => void;
}>;

/** What was remarked on a case of any kind, and a remark of one's own. */
export const Remarks = ({ id, allowed, busy, error, onSend }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const comments = (useQuery(timelineQuery(id)).data ?? []).filter(({ type }) => type === 'CommentAdded');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onSend(text.trim(), () => setText(''));
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
            {comments.map(({ id: key, actor, text: said, reason, at }) => (
              <li key={key}>
                <Text size="sm" fw={600}>
                  {actor?.name}{' '}
                  <Text span size="xs" className="muted" fw={400}>
                    {instantText(at)}
                  </Text>
                </Text>
                <Text size="sm" className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
                  {said ?? reason ?? t('page.forgotten')}
                </Text>
              </li>
            ))}
          </ul>
        )}
        {allowed && (
          <form onSubmit={send} className="no-print">
            <Stack gap="xs" align="flex-start">
              <ReasonField label={t('comment.add')} value={text} onValue={setText} required={false} plain minRows={2} w="100%" />
              <ProblemNotice error={error} />
              <Button type="submit" variant="default" size="sm" loading={busy} disabled={text.trim() === ''}>
                {t('say.send')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Section>
  );
};

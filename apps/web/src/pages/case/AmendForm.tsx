import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAmend, type Versioned } from '../../api/cases';
import type { Position, Proposal } from '../../api/model';
import { isProblem } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { PostPicker } from '../compose/PostPicker';

const etagOf = (proposal: Proposal | Versioned): string | null => ('etag' in proposal ? proposal.etag : null);

/** Changes the target, the wished date or the reason, while the case is with its proposer. */
export const AmendForm = ({ proposal }: { proposal: Proposal | Versioned }) => {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const amend = useAmend(proposal.id);
  const [post, setPost] = useState<Position | null>(null);
  const [reason, setReason] = useState(proposal.reason);
  const [day, setDay] = useState(proposal.effectiveDate);
  const problem = isProblem(amend.error) ? amend.error : undefined;
  const action = proposal.actions.find(({ verb }) => verb === 'amend');
  if (action?.allowed === false) return null;

  const body = {
    ...(post ? { targetPositionId: post.id } : {}),
    ...(reason !== proposal.reason ? { reason } : {}),
    ...(day && day !== proposal.effectiveDate ? { effectiveDate: day } : {}),
  };
  const send = () => amend.mutate({ body, etag: etagOf(proposal) }, { onSuccess: dialog.close });

  return (
    <>
      <Button variant="default" size="xs" onClick={dialog.open} className="no-print">
        {t('verb.amend')}
      </Button>
      <Dialog
        opened={opened}
        onClose={dialog.close}
        title={t('verb.amend')}
        submit={t('say.save')}
        busy={amend.isPending}
        error={amend.error}
        ready={Object.keys(body).length > 0 && reason.trim() !== ''}
        onSubmit={send}
      >
        <PostPicker value={post} onValue={setPost} error={problem?.at('targetPositionId')} />
        <DayField label={t('compose.date')} value={day} onValue={setDay} error={problem?.at('effectiveDate')} />
        <ReasonField label={t('compose.reason')} value={reason} onValue={setReason} required error={problem?.at('reason')} />
      </Dialog>
    </>
  );
};

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJudge } from '../../api/cases';
import type { ChecklistRow } from '../../api/model';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';

type Props = Readonly<{ proposalId: string; documentId: string; label: string; state: ChecklistRow['state'] }>;

/** The verifier's verdict on one document; "not in order" asks for what is wrong. */
export const JudgeButtons = ({ proposalId, documentId, label, state }: Props) => {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [note, setNote] = useState('');
  const judge = useJudge(proposalId);
  const reject = () => judge.mutate({ documentId, verdict: 'deficient', note: note.trim() }, { onSuccess: dialog.close });

  return (
    <Group gap={6} wrap="nowrap" className="no-print">
      <Button
        size="xs"
        variant={state === 'accepted' ? 'filled' : 'default'}
        color="teal.8"
        loading={judge.isPending && !opened}
        leftSection={<IconCheck size={15} aria-hidden />}
        aria-pressed={state === 'accepted'}
        aria-label={`${t('document.accept')}: ${label}`}
        onClick={() => judge.mutate({ documentId, verdict: 'accepted', note: '' })}
      >
        {t('document.accept')}
      </Button>
      <Button
        size="xs"
        variant={state === 'deficient' ? 'filled' : 'default'}
        color="red.9"
        leftSection={<IconX size={15} aria-hidden />}
        aria-pressed={state === 'deficient'}
        aria-label={`${t('document.deficient')}: ${label}`}
        onClick={dialog.open}
      >
        {t('document.deficient')}
      </Button>
      <Dialog
        opened={opened}
        onClose={dialog.close}
        title={t('document.deficient')}
        submit={t('say.save')}
        color="red.9"
        busy={judge.isPending}
        error={judge.error}
        ready={note.trim() !== ''}
        onSubmit={reject}
      >
        <Text fw={600}>{label}</Text>
        <ReasonField label={t('document.note')} value={note} onValue={setNote} required data-autofocus />
      </Dialog>
    </Group>
  );
};

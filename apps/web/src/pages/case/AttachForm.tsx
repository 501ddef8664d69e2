import { Button, FileInput, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttach } from '../../api/cases';
import { isProblem } from '../../api/problem';
import { DayField } from '../../parts/DayField';
import { Dialog } from '../../parts/Dialog';

const LargestBytes = 10 * 1024 * 1024;

type Props = Readonly<{ proposalId: string; type: string; label: string; replaces: boolean }>;

export const AttachForm = ({ proposalId, type, label, replaces }: Props) => {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const attach = useAttach(proposalId);
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const problem = isProblem(attach.error) ? attach.error : undefined;
  const tooLarge = file !== null && file.size > LargestBytes;

  const close = () => {
    dialog.close();
    setFile(null);
    setDay(null);
    attach.reset();
  };
  const send = () => file && attach.mutate({ type, file, issuedOn: day }, { onSuccess: close });

  return (
    <>
      <Button
        size="xs"
        variant={replaces ? 'default' : 'light'}
        onClick={dialog.open}
        leftSection={<IconUpload size={15} aria-hidden />}
        className="no-print"
        data-upload={type}
        aria-label={`${replaces ? t('document.replace') : t('verb.attach')}: ${label}`}
      >
        {replaces ? t('document.replace') : t('verb.attach')}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        title={t('verb.attach')}
        submit={t('verb.attach')}
        busy={attach.isPending}
        error={attach.error}
        ready={file !== null && !tooLarge}
        onSubmit={send}
      >
        <Text fw={600}>{label}</Text>
        <FileInput
          label={t('document.file')}
          description={t('document.hint')}
          placeholder={t('document.file')}
          leftSection={<IconFile size={17} aria-hidden />}
          accept="application/pdf,image/jpeg,image/png"
          value={file}
          onChange={setFile}
          error={tooLarge ? t('document.tooLarge') : problem?.at('file')}
          required
          clearable
          clearButtonProps={{ 'aria-label': t('say.remove') }}
        />
        <DayField
          label={`${t('document.issuedOn')} (${t('say.optional')})`}
          value={day}
          onValue={setDay}
          clearable
          error={problem?.at('issuedOn')}
        />
      </Dialog>
    </>
  );
};

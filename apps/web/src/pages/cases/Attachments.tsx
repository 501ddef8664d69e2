import { Anchor, Button, FileButton, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CaseFull, useAttachToCase } from '../../api/generic';
import { instantText } from '../../format/dates';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';

/** Files that belong to the case, whoever brought them. */
export const Attachments = ({ of }: { of: CaseFull }) => {
  const { t } = useTranslation();
  const attach = useAttachToCase(of.id);
  const allowed = of.actions.some(({ verb, allowed: may }) => verb === 'attach' && may);
  if (of.attachments.length === 0 && !allowed) return null;
  return (
    <Section title={t('generic.attachments')}>
      <Stack gap="sm" align="flex-start">
        {of.attachments.length === 0 && (
          <Text size="sm" className="muted">
            {t('generic.noAttachments')}
          </Text>
        )}
        {of.attachments.map(({ id, name, at }) => (
          <Text key={id} size="sm" className="wrap">
            <Anchor href={`/api/cases/${of.id}/attachments/${id}`} download={name}>
              {name || t('page.forgotten')}
            </Anchor>{' '}
            <Text span size="xs" className="muted">
              {instantText(at)}
            </Text>
          </Text>
        ))}
        <ProblemNotice error={attach.error} />
        {allowed && (
          <FileButton accept="application/pdf,image/png,image/jpeg" onChange={(file) => file && attach.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="sm"
                loading={attach.isPending}
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('verb.attach')}
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
    </Section>
  );
};

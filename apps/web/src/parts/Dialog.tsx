import { Button, Drawer, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './ProblemNotice';

type Props = Readonly<{
  opened: boolean;
  onClose: () => void;
  title: string;
  submit: string;
  color?: string;
  ready?: boolean;
  busy: boolean;
  error?: unknown;
  onSubmit: () => void;
  children: ReactNode;
}>;

/** A question with one answer. On a phone it comes from below, its buttons within reach of the thumb. */
export const Dialog = ({ opened, onClose, title, children, ...form }: Props) => {
  const phone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  const body = (
    <DialogForm onClose={onClose} {...form}>
      {children}
    </DialogForm>
  );
  const heading = { title: { fontSize: 19, fontWeight: 700 } };
  const { t } = useTranslation();
  const closing = { closeButtonProps: { 'aria-label': t('say.close') }, onExitTransitionEnd: keepFocus };

  return phone ? (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="bottom"
      size="auto"
      radius="lg"
      styles={{
        ...heading,
        inner: { alignItems: 'flex-end' },
        content: { height: 'auto', maxHeight: '92dvh', borderRadius: '16px 16px 0 0' },
      }}
      {...closing}
    >
      {body}
    </Drawer>
  ) : (
    <Modal opened={opened} onClose={onClose} title={title} size="lg" centered styles={heading} {...closing}>
      {body}
    </Modal>
  );
};

/** A button that is gone once its question is answered can't have the focus back: the page has it then, and not nothing. */
const keepFocus = (): void => {
  if (document.activeElement === null || document.activeElement === document.body)
    document.getElementById('main')?.focus({ preventScroll: true });
};

const DialogForm = ({
  onClose,
  submit,
  color,
  ready = true,
  busy,
  error,
  onSubmit,
  children,
}: Omit<Props, 'opened' | 'title'>) => {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md" pb="xs">
        {children}
        <ProblemNotice error={error} />
        <Group grow preventGrowOverflow={false} gap="sm">
          <Button variant="default" size="md" onClick={onClose}>
            {t('say.cancel')}
          </Button>
          <Button type="submit" size="md" color={color ?? 'tarum'} loading={busy} disabled={!ready}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

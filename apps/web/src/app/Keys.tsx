import { Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutList } from './ShortcutList';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isBusy = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"], [data-dates-dropdown]') !== null;

/** Verbs whose dialog a letter opens. The letter never decides: the dialog asks. */
const verbKeys: Readonly<Record<string, string>> = { a: 'approve', r: 'return', s: 'reject' };

/** Moves the mark among the rows of the list on the page (`data-row` on a link). */
const step = (by: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
};

/** The keys of the whole application. */
export const Keys = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [helpOpen, help] = useDisclosure(false);
  const gPressed = useRef(0);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isBusy()) return;
      const { key } = event;
      const verb = verbKeys[key];
      if (key === 'i' && Date.now() - gPressed.current < 1500) void navigate({ to: '/inbox' });
      else if (key === 'g') gPressed.current = Date.now();
      else if (key === '/') toSearch(() => void navigate({ to: '/proposals' }));
      else if (key === '?') help.open();
      else if (key === 'j') step(1);
      else if (key === 'k') step(-1);
      else if (verb) document.querySelector<HTMLElement>(`[data-verb="${verb}"]`)?.click();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate, help]);

  return (
    <Modal
      opened={helpOpen}
      onClose={help.close}
      title={t('help.keys')}
      centered
      closeButtonProps={{ 'aria-label': t('say.close') }}
    >
      <ShortcutList />
    </Modal>
  );
};

const toSearch = (otherwise: () => void): void => {
  const box = document.getElementById('search');
  if (box && box.offsetParent !== null) box.focus();
  else otherwise();
};

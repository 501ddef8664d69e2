import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/model';

/** The rarer verbs: withdraw, rescind. The question gives the focus back to the button of the menu, which stays. */
export const MoreDeeds = ({ actions, onAsk }: { actions: readonly Action[]; onAsk: (action: Action) => void }) => {
  const { t } = useTranslation();
  const trigger = useRef<HTMLButtonElement>(null);
  if (actions.length === 0) return null;
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <ActionIcon ref={trigger} variant="default" size={42} ml="auto" aria-label={t('bar.more')}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.verb}
            data-verb={action.verb}
            color="red.9"
            onClick={() => (trigger.current?.focus(), onAsk(action))}
          >
            {t(`verb.${action.verb}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

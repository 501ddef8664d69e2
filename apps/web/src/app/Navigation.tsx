import { NavLink, ScrollArea, Text } from '@mantine/core';
import {
  IconBell,
  IconBuildingCommunity,
  IconCalendarCheck,
  IconChartBar,
  IconClipboardCheck,
  IconDatabaseCog,
  IconFilePlus,
  IconFileImport,
  IconHelp,
  IconInbox,
  IconListDetails,
  IconMail,
  IconPlus,
  IconSitemap,
  IconStack2,
  IconUserEdit,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/model';
import { rightsOf } from '../api/session';

const places = [
  { group: 'work', to: '/inbox', text: 'inbox', icon: IconInbox },
  { group: 'work', to: '/proposals/new', text: 'compose', icon: IconPlus, when: 'proposer' },
  { group: 'work', to: '/proposals', text: 'proposals', icon: IconListDetails },
  { group: 'work', to: '/cases/new', text: 'newCase', icon: IconFilePlus },
  { group: 'work', to: '/cases', text: 'cases', icon: IconStack2 },
  { group: 'work', to: '/audit', text: 'audit', icon: IconClipboardCheck, when: 'findings' },
  { group: 'work', to: '/obligations', text: 'obligations', icon: IconCalendarCheck },
  { group: 'work', to: '/notices', text: 'notices', icon: IconBell },
  { group: 'staffing', to: '/map', text: 'map', icon: IconBuildingCommunity },
  { group: 'staffing', to: '/performance', text: 'performance', icon: IconChartBar },
  { group: 'staffing', to: '/personnel', text: 'personnel', icon: IconUserEdit, when: 'hr' },
  { group: 'administration', to: '/substitutes', text: 'substitutes', icon: IconUserShare, when: 'substitutes' },
  { group: 'administration', to: '/definitions', text: 'definitions', icon: IconSitemap },
  { group: 'administration', to: '/imports', text: 'imports', icon: IconFileImport, when: 'import' },
  { group: 'administration', to: '/mail', text: 'mail', icon: IconMail, when: 'admin' },
  { group: 'administration', to: '/projections', text: 'projections', icon: IconDatabaseCog, when: 'admin' },
  { group: 'administration', to: '/help', text: 'help', icon: IconHelp },
] as const satisfies readonly { group: string; to: string; text: string; icon: Icon; when?: string }[];

const groups = ['work', 'staffing', 'administration'] as const;

/** The menu: only what the person's offices have use for. */
export const Navigation = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const rights = rightsOf(me);
  const shown = places.filter((place) => !('when' in place) || rights[place.when]);
  const isHere = (to: string) =>
    path === to ||
    (to === '/proposals' && path.startsWith('/proposals/') && path !== '/proposals/new') ||
    (to === '/cases' && path.startsWith('/cases/') && !path.startsWith('/cases/new')) ||
    (to === '/cases/new' && path.startsWith('/cases/new/'));

  return (
    <ScrollArea type="auto" style={{ flex: 1 }}>
      {groups.map((group) => (
        <div key={group}>
          <Text size="xs" fw={700} className="muted" px="sm" pt="md" pb={4}>
            {t(`nav.${group}`)}
          </Text>
          {shown
            .filter((place) => place.group === group)
            .map(({ to, text, icon: Sign }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={t(`nav.${text}`)}
                leftSection={<Sign size={19} stroke={1.7} aria-hidden />}
                active={isHere(to)}
                activeOptions={{ exact: true }}
                aria-current={isHere(to) ? 'page' : undefined}
                style={{ borderRadius: 8, fontWeight: isHere(to) ? 700 : 500 }}
              />
            ))}
        </div>
      ))}
    </ScrollArea>
  );
};

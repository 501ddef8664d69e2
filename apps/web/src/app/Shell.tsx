import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { useMe } from '../api/session';
import { Header } from './Header';
import { Keys } from './Keys';
import { Navigation } from './Navigation';
import { useFocusOnArrival } from './useFocusOnArrival';
import { useMenuKeys } from './useMenuKeys';
import { OfflineNotice } from './OfflineNotice';
import { useSessionEnd } from './useSessionEnd';

/** The frame of every page behind the sign-in. */
export const Shell = () => {
  const { t } = useTranslation();
  const me = useMe();
  const [menuOpen, { close: closeMenu, toggle: toggleMenu }] = useDisclosure(false);
  const live = useLive(me !== undefined);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const arrived = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const main = useRef<HTMLElement>(null);
  useSessionEnd();
  useFocusOnArrival(main, arrived);
  useMenuKeys('menu', menuOpen, closeMenu);

  useEffect(() => closeMenu(), [closeMenu, path]);

  if (!me) return null;
  return (
    <>
      <a href="#main" className="skip" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('header.skip')}
      </a>
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !menuOpen } }}
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header>
          <Header me={me} live={live} menuOpen={menuOpen} onMenu={toggleMenu} />
        </AppShell.Header>
        <AppShell.Navbar p="sm" aria-label={t('nav.label')} id="menu" data-shut={!menuOpen || undefined}>
          <Navigation me={me} />
        </AppShell.Navbar>
        <AppShell.Main id="main" ref={main} tabIndex={-1}>
          <OfflineNotice />
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <Keys />
    </>
  );
};

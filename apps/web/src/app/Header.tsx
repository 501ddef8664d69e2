import { ActionIcon, Burger, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/model';
import { Bell } from './Bell';
import { DemoClock } from './DemoClock';
import { LanguageSwitch } from './LanguageSwitch';
import { Mark } from './Mark';
import { UserMenu } from './UserMenu';

type Props = Readonly<{ me: Me; live: 'live' | 'connecting'; menuOpen: boolean; onMenu: () => void }>;

export const Header = ({ me, live, menuOpen, onMenu }: Props) => {
  const { t } = useTranslation();
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={menuOpen}
          onClick={onMenu}
          hiddenFrom="md"
          size="sm"
          aria-label={menuOpen ? t('nav.close') : t('nav.open')}
        />
        <UnstyledButton component={Link} to="/inbox" aria-label={`${t('app.name')}: ${t('nav.inbox')}`}>
          <Group gap={10} wrap="nowrap">
            <Mark size={34} />
            <Text fw={800} fz={20} c="tarum.8" visibleFrom="xs">
              {t('app.name')}
            </Text>
          </Group>
        </UnstyledButton>
      </Group>
      <SearchBox />
      <Group gap={6} wrap="nowrap">
        {me.demo && <DemoClock />}
        <ActionIcon
          component={Link}
          to="/proposals"
          hiddenFrom="sm"
          variant="subtle"
          c="#3d4656"
          size={40}
          aria-label={t('help.search')}
        >
          <IconSearch size={21} />
        </ActionIcon>
        <Bell />
        <LanguageSwitch />
        <UserMenu me={me} live={live} />
      </Group>
    </Group>
  );
};

/** Where `/` leads: looks through all proposals that the person may see. */
const SearchBox = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/proposals', search: query === '' ? {} : { query } });
  };
  return (
    <form onSubmit={go} role="search" style={{ flex: '1 1 420px', maxWidth: 420 }} className="header-search">
      <TextInput
        id="search"
        visibleFrom="sm"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        aria-label={t('header.search')}
        placeholder={t('header.search')}
        leftSection={<IconSearch size={17} aria-hidden />}
        rightSection={
          <Text component="kbd" size="xs" className="muted" aria-hidden>
            /
          </Text>
        }
      />
    </form>
  );
};

import { ActionIcon, Avatar, Box, Menu, Text } from '@mantine/core';
import { IconHelp, IconKey, IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/model';
import { useSignOut, welcomeQuery } from '../api/session';
import { holderNote, inWords } from '../format/words';

type Props = Readonly<{ me: Me; live: 'live' | 'connecting' }>;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

/** Who I am, and in which offices I act today. */
export const UserMenu = ({ me, live }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const welcome = useQuery(welcomeQuery);
  const leave = () =>
    signOut.mutate(undefined, {
      // Who came by an identity provider ends his session there as well; the browser knows whether he did.
      onSettled: () =>
        welcome.data?.provider ? window.location.assign('/api/session/provider/end') : void navigate({ to: '/login' }),
    });
  const offices = me.offices.filter(({ office }) => !office.startsWith('person:'));

  return (
    <Menu width={290} position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size={42} radius="xl" aria-label={`${t('header.account')}: ${me.person.name}`}>
          <Avatar size={36} radius="xl" color="tarum" variant="filled" aria-hidden>
            <span className="initials" data-initials={initials(me.person.name)} />
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py="xs">
          <Text fw={700}>{me.person.name}</Text>
          {offices.length === 0 && (
            <Text size="sm" className="muted">
              {t('header.noOffice')}
            </Text>
          )}
          {offices.map(({ office, title, kind, onBehalfOf, unit }) => (
            <Text key={office} size="sm" className="muted wrap">
              {inWords(title)}
              {unit && !inWords(title).includes(unit.name) ? `, ${unit.name}` : ''}{' '}
              {holderNote({ kind, onBehalfOf: onBehalfOf ?? null })}
            </Text>
          ))}
          <Text size="xs" className="muted" mt={4}>
            {live === 'live' ? t('header.live') : t('header.connecting')}
          </Text>
        </Box>
        <Menu.Divider />
        <Menu.Item component={Link} to="/tokens" leftSection={<IconKey size={17} aria-hidden />}>
          {t('nav.tokens')}
        </Menu.Item>
        <Menu.Item component={Link} to="/help" leftSection={<IconHelp size={17} aria-hidden />}>
          {t('nav.help')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} aria-hidden />} onClick={leave}>
          {t('header.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

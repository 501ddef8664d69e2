import { ActionIcon, Box, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmployeePicker } from '../compose/EmployeePicker';

export type Chosen = Readonly<{ id: string; name: string; nip: string; key?: string }>;
type Props = Readonly<{
  chosen: readonly Chosen[];
  onChosen: (chosen: readonly Chosen[]) => void;
  most: number;
  errorAt?: ((index: number) => string | undefined) | undefined;
  error?: string | undefined;
  /** Once submitted, people can only be taken out. */
  closed?: boolean;
}>;

/** Whom a batch is about: found by name or NIP, one after the other. */
export const LinesField = ({ chosen, onChosen, most, errorAt, error, closed = false }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {!closed && chosen.length < most && (
        <EmployeePicker
          label={t('generic.lines.add')}
          hint={t('generic.lines.addHint', { most })}
          value={null}
          error={error}
          onValue={(person) => {
            if (person && !chosen.some(({ id }) => id === person.id)) onChosen([...chosen, person]);
          }}
        />
      )}
      {closed && (
        <Text size="sm" className="muted">
          {t('generic.lines.closed')}
        </Text>
      )}
      {chosen.length > 0 && (
        <ul className="rows" aria-label={t('generic.lines.title', { count: chosen.length })}>
          {chosen.map(({ id, name, nip }, index) => (
            <li key={id}>
              <Group justify="space-between" wrap="nowrap">
                <Box className="wrap" miw={0}>
                  <Text size="sm" fw={600}>
                    {name}
                  </Text>
                  <Text size="xs" className="muted">
                    NIP {nip}
                  </Text>
                  {errorAt?.(index) && (
                    <Text size="xs" c="red.9">
                      {errorAt(index)}
                    </Text>
                  )}
                </Box>
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={t('generic.lines.takeOut', { name })}
                  onClick={() => onChosen(chosen.filter((each) => each.id !== id))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
};

import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { PrintedBy } from './PrintedBy';

type Props = Readonly<{
  title: string;
  intro?: string;
  aside?: ReactNode;
  /** What its filters say, for paper, where they do not stand. */
  printed?: string | undefined;
  children: ReactNode;
  narrow?: boolean;
}>;

/** A page: its name on top and in the window's title, what belongs to all of it beside the name. */
export const Page = ({ title, intro, aside, printed, children, narrow = false }: Props) => {
  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);

  return (
    <Stack gap="lg" maw={narrow ? 760 : 1240} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box flex={1} miw={220}>
          <Title order={1} fz={{ base: 24, sm: 28 }} lh={1.25}>
            {title}
          </Title>
          <PrintedBy of={printed} />
          {intro && (
            <Text className="muted no-print" mt={6} maw={720}>
              {intro}
            </Text>
          )}
        </Box>
        {aside}
      </Group>
      {children}
    </Stack>
  );
};

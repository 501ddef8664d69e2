import { Box, Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** Rows under each other, each with what can be done about it at its end. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 14 }}>
    {children}
  </Box>
);

export const Row = ({ children, aside }: { children: ReactNode; aside?: ReactNode }) => (
  <Group component="li" justify="space-between" align="flex-start" gap="xs">
    <div style={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>{children}</div>
    {aside && <Group gap="xs">{aside}</Group>}
  </Group>
);

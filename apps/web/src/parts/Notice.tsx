import { Box, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info';
const signs: Record<Tone, Icon> = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, info: IconInfoCircle };

type Props = Readonly<{ tone: Tone; title?: string; role?: 'alert' | 'status'; children?: ReactNode }>;

/** A message on its own ground: sign, words and colour say the same. */
export const Notice = ({ tone, title, role, children }: Props) => {
  const Sign = signs[tone];
  return (
    <Box className="notice wrap" data-tone={tone} role={role}>
      <Sign size={22} aria-hidden style={{ flex: 'none' }} />
      <Box flex={1} miw={0}>
        {title && <Text fw={700}>{title}</Text>}
        {typeof children === 'string' ? <Text size="sm">{children}</Text> : children}
      </Box>
    </Box>
  );
};

import { Box, Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A named part of a page, as a card. */
export const Section = ({
  title,
  aside,
  children,
  id,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}) => {
  const label = useId();
  return (
    <Box
      component="section"
      id={id}
      aria-labelledby={label}
      className="card"
      p={{ base: 'md', sm: 'lg' }}
      style={{ scrollMarginTop: 80 }}
    >
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} id={label} fz={18}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Box>
  );
};

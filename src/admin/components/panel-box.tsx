import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

/** A titled white box that is a landmark for screen readers. */
export function PanelBox({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography id={id} variant="beta" tag="h2">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}

import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

export interface Figure {
  readonly name: string;
  readonly value: ReactNode;
  readonly bad?: boolean;
}

/** A few named figures side by side, as a description list; they wrap if space is limited. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <Box
      tag="dl"
      style={{
        display: 'grid',
        gap: '1.2rem',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr))',
      }}
    >
      {figures.map(({ name, value, bad }) => (
        <div key={name}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" fontWeight="bold" textColor={bad ? 'danger600' : 'neutral800'}>
            {value}
          </Typography>
        </div>
      ))}
    </Box>
  );
}

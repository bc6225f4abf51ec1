import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface Props {
  readonly variant: 'danger' | 'warning';
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A permanent notice. The design system's Alert always has a button to close it. */
export function Callout({ variant, title, children, action }: Props) {
  return (
    <Flex
      alignItems="flex-start"
      gap={3}
      padding={5}
      hasRadius
      background={`${variant}100`}
      borderColor={`${variant}200`}
      width="100%"
    >
      <WarningCircle
        fill={`${variant}600`}
        width="2rem"
        height="2rem"
        aria-hidden
        style={{ flexShrink: 0 }}
      />
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="p" fontWeight="bold">
          {title}
        </Typography>
        <Typography tag="p">{children}</Typography>
        {action}
      </Flex>
    </Flex>
  );
}

import { Badge, type BadgeProps } from '@strapi/design-system';

export type BadgeVariant = NonNullable<BadgeProps['variant']>;

// The contrast of the design system's red, orange and violet letters on their backgrounds is 3.9, 3.6 and 4.4 to 1;
// WCAG 2.2 AA requires 4.5.
const DARK_LETTERS: readonly BadgeVariant[] = ['danger', 'warning', 'alternative'];

/** A state as a word, repeated by its colour. */
export function WordBadge({ variant, ...props }: Omit<BadgeProps, 'variant'> & { variant: BadgeVariant }) {
  return (
    <Badge
      {...props}
      backgroundColor={`${variant}200`}
      textColor={DARK_LETTERS.includes(variant) ? 'neutral800' : `${variant}700`}
    />
  );
}

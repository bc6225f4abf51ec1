import { Badge, type BadgeProps } from '@strapi/design-system';

export type BadgeVariant = NonNullable<BadgeProps['variant']>;

// The design system's own red, orange and violet letters have 3.9, 3.6 and 4.4 to 1 on their grounds; WCAG 2.2 AA asks for
// 4.5.
const DARK_LETTERS: readonly BadgeVariant[] = ['danger', 'warning', 'alternative'];

/** A state in a word, in a colour that says it again. */
export function WordBadge({ variant, ...props }: Omit<BadgeProps, 'variant'> & { variant: BadgeVariant }) {
  return (
    <Badge
      {...props}
      backgroundColor={`${variant}200`}
      textColor={DARK_LETTERS.includes(variant) ? 'neutral800' : `${variant}700`}
    />
  );
}

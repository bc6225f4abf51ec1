import { Typography } from '@strapi/design-system';

/** One line of text in a list, cut with an ellipsis if it is too long, as Strapi does. */
export function ListCell({ text }: { text: string }) {
  return (
    <Typography textColor="neutral800" maxWidth="30rem" ellipsis title={text}>
      {text || '-'}
    </Typography>
  );
}

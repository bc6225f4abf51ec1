import { Typography } from '@strapi/design-system';

/** One line of text in a list, as Strapi shows it: cut with an ellipsis where it is too long. */
export function ListCell({ text }: { text: string }) {
  return (
    <Typography textColor="neutral800" maxWidth="30rem" ellipsis title={text}>
      {text || '-'}
    </Typography>
  );
}

import { Typography } from '@strapi/design-system';
import { useText } from '../translations/use-text';

/** Beside an address: that mails to it do not arrive. */
export function RefusedMails({ count }: { count: number }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <Typography tag="p" variant="pi" textColor="danger600">
      {text('mail.refused', { count })}
    </Typography>
  );
}

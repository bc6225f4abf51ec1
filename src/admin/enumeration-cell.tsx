import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** An enumeration value as an editor reads it: "Selbstständig" and not "self-employed". */
export function EnumerationCell({ value }: { value: unknown }) {
  const intl = useIntl();
  const text = typeof value === 'string' ? intl.formatMessage({ id: value, defaultMessage: value }) : '-';
  return (
    <Typography textColor="neutral800" maxWidth="30rem" ellipsis>
      {text}
    </Typography>
  );
}

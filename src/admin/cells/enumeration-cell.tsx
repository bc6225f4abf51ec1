import { useIntl } from 'react-intl';
import { ListCell } from './list-cell';

/** An enumeration value as an editor reads it: "Selbstständig" and not "self-employed". */
export function EnumerationCell({ value }: { value: unknown }) {
  const intl = useIntl();
  return (
    <ListCell
      text={typeof value === 'string' ? intl.formatMessage({ id: value, defaultMessage: value }) : ''}
    />
  );
}

import { useIntl } from 'react-intl';
import { ListCell } from './list-cell';

/** An enumeration value in an editor's words: "Selbstständig" instead of "self-employed". */
export function EnumerationCell({ value }: { value: unknown }) {
  const intl = useIntl();
  return (
    <ListCell
      text={typeof value === 'string' ? intl.formatMessage({ id: value, defaultMessage: value }) : ''}
    />
  );
}

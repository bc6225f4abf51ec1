import { useIntl } from 'react-intl';
import { ListCell } from './list-cell';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A day, or a day and time, short enough for a column: 20.11.2026, 23:32. */
export function DateCell({ value }: { value: unknown }) {
  const intl = useIntl();
  if (typeof value !== 'string') return <ListCell text="" />;
  // A day has no time zone; read and written as UTC it stays the same day everywhere.
  const options = DAY_ONLY.test(value)
    ? ({ dateStyle: 'medium', timeZone: 'UTC' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return <ListCell text={intl.formatDate(value, options)} />;
}

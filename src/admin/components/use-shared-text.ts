import { useCallback } from 'react';
import { useIntl } from 'react-intl';

type SharedMessage =
  | 'failure.title'
  | 'failure.retry'
  | 'failure.unreachable'
  | 'loading'
  | 'page.of'
  | 'page.previous'
  | 'page.next';

/** The texts shared by the pages of our plugins; they are kept with the panel's own (`translations/de.ts`, `en.ts`). */
export function useSharedText(): (id: SharedMessage, values?: Record<string, string | number>) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id: `stadtverbund.parts.${id}` }, values), [intl]);
}

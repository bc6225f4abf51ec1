import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './de';
import { en } from './en';

export type Text = (id: MessageId, values?: Record<string, string | number>) => string;

/** The texts of this plugin in the user's language. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback(
    (id, values) => intl.formatMessage({ id: `portal-feed.${id}`, defaultMessage: en[id] }, values),
    [intl],
  );
}

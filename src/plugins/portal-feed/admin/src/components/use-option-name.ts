import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { FilterOption } from '#src/plugins/portal-feed/server/src/contract';

/** What an option is called; the panel has words of its own for types and values of enumerations. */
export function useOptionName(): (option: FilterOption) => string {
  const intl = useIntl();
  return useCallback(
    (option) => {
      if ('label' in option) return option.label;
      const { message } = option;
      return message in intl.messages
        ? intl.formatMessage({ id: message, defaultMessage: message })
        : message;
    },
    [intl],
  );
}

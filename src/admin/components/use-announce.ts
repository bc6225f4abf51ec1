import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { failureOf, type Failure } from './failure';
import { useSharedText } from './use-shared-text';

/**
 * Shows the user the result of an action; Strapi's notifications are live regions, so screen readers announce it too.
 */
export function useAnnounce() {
  const { toggleNotification } = useNotification();
  const text = useSharedText();
  const done = useCallback(
    (message: string) => toggleNotification({ type: 'success', message }),
    [toggleNotification],
  );
  /** @returns the failure, `null` for an aborted request */
  const failed = useCallback(
    (error: unknown): Failure | null => {
      const failure = failureOf(error);
      if (failure)
        toggleNotification({ type: 'danger', message: failure.message ?? text('failure.unreachable') });
      return failure;
    },
    [toggleNotification, text],
  );
  return { done, failed };
}

import type { AttemptFailure } from '#src/plugins/portal-feed/server/src/contract';
import type { Text } from '../translations/use-text';

/** Why an attempt failed, in words. */
export const failureWords = (text: Text, failure: AttemptFailure, status: number | null): string =>
  text(`failure.${failure}`, { status: status ?? '–' });

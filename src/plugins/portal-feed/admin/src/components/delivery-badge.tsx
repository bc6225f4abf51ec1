import { WordBadge } from '#src/admin/components/word-badge';
import type { DeliveryState } from '#src/plugins/portal-feed/server/src/contract';
import { useText } from '../translations/use-text';

const COLOURS = {
  waiting: 'secondary',
  retrying: 'warning',
  delivered: 'success',
  failed: 'danger',
  replaced: 'neutral',
  cancelled: 'neutral',
} as const;

/** The state of a delivery. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const text = useText();
  return (
    <WordBadge variant={COLOURS[state]} data-delivery-state={state}>
      {text(`delivery.${state}`)}
    </WordBadge>
  );
}

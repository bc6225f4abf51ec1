import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import type { Text } from '../translations/use-text';

/** What happened, in words: `business.published` is for programs. */
export function eventName(text: Text, { eventType }: Pick<DeliveryItem, 'eventType'>): string {
  if (eventType.endsWith('.ping')) return text('event.ping');
  if (eventType.endsWith('.published')) return text('event.published');
  if (eventType.endsWith('.removed')) return text('event.removed');
  return eventType;
}

import { createHash } from 'node:crypto';

const FIRST_VERSION = 1;

/**
 * The `webhook-id` of an event for a portal: the event's own id, the same on every attempt and resend. After a change
 * of the portal's filter the same event may say something else (a listing that no longer matches is removed), so its id
 * is derived from both, or a receiver would take it for a duplicate.
 * @param filterVersion 1 if the portal's filter has never changed
 */
export function messageId(eventId: string, filterVersion: number): string {
  if (filterVersion === FIRST_VERSION) return eventId;
  const digest = createHash('sha256').update(`${eventId}:${filterVersion}`).digest('hex');
  // The form of a UUID, version 8 (RFC 9562, 5.8).
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

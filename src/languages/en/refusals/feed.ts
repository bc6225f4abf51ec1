import type { feed as German } from '../../de/refusals/feed';

export const feed: Record<keyof typeof German, string> = {
  'token-missing': 'Please send the portal’s token: Authorization: Bearer …',
  'token-unknown': 'This token is not valid (any more). The city can issue a new one for the portal.',
  'portal-not-active': 'This portal has been stopped ({state:state}). Please contact the city.',
  'cursor-invalid':
    'after: this is no cursor of this feed. Please pass meta.cursor of an answer unchanged, or leave out after to read from the beginning.',
  'cursor-other-portal':
    'after: this cursor was given to another portal. Please begin with /api/feed/snapshot.',
  'filter-changed':
    'What this portal gets has been changed. Please fetch /api/feed/snapshot and go on with its cursor.',
  'cursor-too-old':
    'This cursor is older than removals are kept. Please fetch /api/feed/snapshot and go on with its cursor.',
  'cursor-ahead':
    'The feed does not know this cursor, probably after a restore. Please fetch /api/feed/snapshot and go on with its cursor.',
  'type-unknown': 'There is no such type of event. /api/feed/schema lists them all.',
  'too-many-snapshots': 'Snapshots are being read for this portal already. Please wait until they are done.',
  'no-portal': 'There is no such portal. It may have been removed in the meantime.',
  'no-delivery': 'There is no such delivery (any more). Deliveries are kept for 30 days.',
  'no-url': 'This portal has no target URL: it pulls, nothing is delivered to it.',
  'portal-not-here': 'Portals are managed under “Portals”, not in the content manager.',
  'box-north-south': '{field}: North must be greater than south. Please exchange the values.',
  'box-east-west': '{field}: East must be greater than west. Please exchange the values.',
  'value-unknown': '{field}: There is no “{found}” here. Possible are: {known}.',
  'target-url-malformed':
    '{field}: This is not a web address. Please enter it in full, for example https://portal.example.org/webhook.',
  'target-url-scheme': '{field}: Please enter an address with https://.',
  'target-url-credentials': '{field}: Credentials do not belong in the address. Deliveries are signed.',
  'name-lines':
    '{field}: The name must not hold line breaks or control characters. Please write it in one line.',
  'range-reversed': '{field}: The last number must not be smaller than the first.',
};

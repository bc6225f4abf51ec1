import type { publicPages as German } from '../de/public-pages';

/** What the public reads of ours. */
export const publicPages: typeof German = {
  pressTitle: 'Press notices: {city}',
  pressDescription: 'Notices of the platform for local businesses in {city}',
  // Shown when the city has written none: an archived notice is never without a warning.
  archiveWarning: 'This notice is archived. It is no longer changed and may be out of date.',
};

import type { publicPages as German } from '../de/public-pages';

/** What the public reads. */
export const publicPages: typeof German = {
  pressTitle: 'Press notices: {city}',
  pressDescription: 'Notices of the platform for local businesses in {city}',
  // Used if the city has not written its own: an archived notice always has a warning.
  archiveWarning: 'This notice is archived. It is no longer changed and may be out of date.',
};

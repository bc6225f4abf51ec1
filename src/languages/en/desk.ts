import type { desk as German } from '../de/desk';

/** What editors and contributors read beside an entry. */
export const desk: typeof German = {
  // Before a sentence that is about one of several entries.
  about: '“{title}”:',
  // States that forms and lists show.
  archived: 'archived',
  suspended: 'suspended',
  submitted: 'submitted',
  waiting: 'appears on {day}',
  // In the place of a reason, where the content manager has none.
  unpublished: 'The editors have unpublished the entry in the content manager.',
  discarded: 'The editors have discarded the submitted change in the content manager.',
};

import type { desk as German } from '../de/desk';

/** What editors and contributors read beside an entry. */
export const desk: typeof German = {
  // Precedes a sentence about one of several entries.
  about: '“{title}”:',
  // A state that forms and lists show.
  waiting: 'appears on {day}',
  // Used as the reason if the content manager has none.
  unpublished: 'The editors have unpublished the entry in the content manager.',
  discarded: 'The editors have discarded the submitted change in the content manager.',
};

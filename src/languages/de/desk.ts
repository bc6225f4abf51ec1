/** What editors and contributors read beside an entry. */
export const desk = {
  // Before a sentence that is about one of several entries.
  about: '„{title}“:',
  // States that forms and lists show.
  archived: 'archiviert',
  suspended: 'gesperrt',
  submitted: 'eingereicht',
  waiting: 'erscheint am {day}',
  // In the place of a reason, where the content manager has none.
  unpublished: 'Die Redaktion hat den Eintrag in der Inhaltsverwaltung zurückgezogen.',
  discarded: 'Die Redaktion hat die eingereichte Änderung in der Inhaltsverwaltung verworfen.',
};

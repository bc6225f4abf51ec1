/** What editors and contributors read beside an entry. */
export const desk = {
  // Precedes a sentence about one of several entries.
  about: '„{title}“:',
  // A state that forms and lists show.
  waiting: 'erscheint am {day}',
  // Used as the reason if the content manager has none.
  unpublished: 'Die Redaktion hat den Eintrag in der Inhaltsverwaltung zurückgezogen.',
  discarded: 'Die Redaktion hat die eingereichte Änderung in der Inhaltsverwaltung verworfen.',
};

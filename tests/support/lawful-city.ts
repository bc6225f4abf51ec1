/** What the law wants to know of a city, for its profile: all of it, and that it is an example. */
export const LAWFUL_CITY = {
  isExample: true,
  operator: {
    operatorName: 'Stadt Musterstadt',
    representedBy: 'Eva Muster & Co',
    address: { street: 'Markt', houseNumber: '1', postcode: '44135', place: 'Dortmund' },
    phone: '+492315000',
    email: 'post@muster.example',
    contactLanguages: 'Deutsch und Englisch',
    vatId: 'DE123456789',
  },
  privacy: {
    officer: 'Amt für Datenschutz\nMarkt 2',
    officerEmail: 'datenschutz@muster.example',
    supervisoryBody: { bodyName: 'Landesbeauftragte', url: 'https://ldi.example/' },
    processors: 'Rechenzentrum Nord',
  },
  accessibility: {
    lawName: 'BGG NRW',
    enforcementBody: { bodyName: 'Ombudsstelle', email: 'ombud@land.example' },
    lastReviewed: new Date().toISOString().slice(0, 10),
    knownIssues: [
      { issue: 'Der Stadtplan ist ein Bild.', cause: 'burden', alternative: 'Die Liste daneben' },
    ],
  },
  termsOfUse: 'Kein Unfug.\n\nAuch sonst nicht.',
};

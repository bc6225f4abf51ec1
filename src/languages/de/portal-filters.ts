/** What a portal can ask for, by the keys of the filters; `all` stands where it asks for nothing. */
export const portalFilters = {
  types: { label: 'Arten', hint: 'Nichts angekreuzt: alle.', all: 'alle' },
  locales: {
    label: 'Sprachen',
    hint: 'In welchen Sprachen das Portal Texte bekommt. Nichts angekreuzt: in allen.',
    all: 'alle',
  },
  categories: {
    label: 'Branchen',
    hint: 'Eine Branche schließt die darunter ein. Nichts gewählt: alle.',
    all: 'alle',
  },
  districts: { label: 'Stadtteile', hint: 'Nichts gewählt: alle.', all: 'alle' },
  postcodes: { label: 'Postleitzahlen', hint: 'Nichts gewählt: alle.', all: 'alle' },
  boundingBox: {
    label: 'Nur ein Ausschnitt der Karte',
    hint: 'Nicht angekreuzt: die ganze Stadt.',
    all: 'die ganze Stadt',
  },
};

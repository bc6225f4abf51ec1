/** What the public reads. */
export const publicPages = {
  pressTitle: 'Pressemitteilungen: {city}',
  pressDescription: 'Mitteilungen der lokalen Plattform für Betriebe in {city}',
  // Used if the city has not written its own: an archived notice always has a warning.
  archiveWarning: 'Diese Mitteilung ist archiviert. Sie wird nicht mehr geändert und kann überholt sein.',
  // The page about the API.
  docs: {
    title: 'Stadtverbund: Schnittstelle',
    intro: 'Alles, was hier veröffentlicht ist, lesen Websites ohne Anmeldung über REST oder GraphQL.',
    document: 'OpenAPI-Dokument',
    feeds: 'Mitteilungen abonnieren:',
    graphql: 'Dasselbe als GraphQL:',
    directory: 'Suche, Karte und „jetzt geöffnet“ an einem Ort: die Abfragen unter',
    noScript: 'Die Übersicht braucht JavaScript. Das OpenAPI-Dokument ist auch ohne lesbar.',
  },
  // What a browser shows at /graphql.
  graphqlPage: {
    title: 'Stadtverbund: GraphQL',
    intro:
      'An diese Adresse schicken Programme ihre Abfragen, mit POST oder GET und ohne Anmeldung. Gelesen wird nur, was veröffentlicht ist, mit denselben Filtern wie über REST.',
    schema: 'Das Schema (SDL), für Codegeneratoren und Editoren',
    docs: 'Die Schnittstelle über REST',
    rules: 'Wie sie sich verhält und was ihre Grenzen sind: docs/api.md im Quelltext (englisch).',
    query: 'Eine Abfrage ausprobieren',
    run: 'Ausführen',
    answer: 'Antwort',
    failed: 'Es kam keine Antwort. Bitte versuchen Sie es noch einmal.',
    noScript: 'Zum Ausprobieren braucht es JavaScript. Das Schema ist auch ohne lesbar.',
  },
};

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
    graphql: 'GraphQL: POST an',
    noScript: 'Die Übersicht braucht JavaScript. Das OpenAPI-Dokument ist auch ohne lesbar.',
  },
};

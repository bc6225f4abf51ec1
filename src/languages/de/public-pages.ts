/** What the public reads of ours. */
export const publicPages = {
  pressTitle: 'Pressemitteilungen: {city}',
  pressDescription: 'Mitteilungen der lokalen Plattform für Betriebe in {city}',
  // Shown when the city has written none: an archived notice is never without a warning.
  archiveWarning: 'Diese Mitteilung ist archiviert. Sie wird nicht mehr geändert und kann überholt sein.',
};

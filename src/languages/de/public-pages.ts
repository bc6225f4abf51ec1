/** What the public reads. */
export const publicPages = {
  pressTitle: 'Pressemitteilungen: {city}',
  pressDescription: 'Mitteilungen der lokalen Plattform für Betriebe in {city}',
  // Used if the city has not written its own: an archived notice always has a warning.
  archiveWarning: 'Diese Mitteilung ist archiviert. Sie wird nicht mehr geändert und kann überholt sein.',
};

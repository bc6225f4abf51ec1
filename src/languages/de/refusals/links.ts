export const links = {
  'link-unknown':
    'Diesen Link gibt es nicht oder nicht mehr. Bitte kopieren Sie ihn vollständig aus der Nachricht; vielleicht ist das, worum es ging, auch schon gelöscht.',
  'link-expired':
    'Dieser Link ist abgelaufen. Wenn wir einen neuen schicken können, bietet die Seite des Links es an.',
  'link-used':
    'Dieser Link wurde schon benutzt, und es bleibt bei dem, was damit geschehen ist. Öffnen Sie ihn, um es zu sehen.',
  'challenge-wrong':
    'Die Prüfung gegen automatische Einsendungen ist nicht gelungen oder abgelaufen. Bitte laden Sie die Seite neu und lassen Sie das Feld „homepage“ leer.',
  'challenge-spent':
    'Diese Prüfung gegen automatische Einsendungen wurde schon einmal verwendet. Bitte laden Sie die Seite neu.',
  'challenge-missing':
    'Ohne die Prüfung gegen automatische Einsendungen (sie braucht JavaScript) nehmen wir von einem Anschluss {maximum} Einsendungen in der Stunde an. Bitte schalten Sie JavaScript ein oder versuchen Sie es später noch einmal.',
};

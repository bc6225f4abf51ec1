/** Reasons that a new installation starts with: their name in the list, and what the contributor reads. */
export const reasons = {
  'contact-missing': {
    name: 'Kontakt fehlt',
    text: 'Bitte geben Sie eine Telefonnummer oder E-Mail-Adresse an, unter der Kundinnen und Kunden Sie erreichen.',
  },
  'picture-rights': {
    name: 'Bildrechte klären',
    text: 'Bitte nennen Sie bei jedem Bild, wer es aufgenommen hat, und beschreiben Sie kurz, was darauf zu sehen ist.',
  },
  'hours-contradict': {
    name: 'Öffnungszeiten prüfen',
    text: 'Bitte prüfen Sie Ihre Öffnungszeiten: Die Angaben widersprechen sich.',
  },
  'outside-the-city': {
    name: 'Außerhalb der Stadt',
    text: 'Ihr Betrieb liegt außerhalb der Stadt und ihrer näheren Umgebung. Wir können ihn deshalb nicht aufnehmen.',
  },
  'no-business': {
    name: 'Kein Betrieb',
    text: 'Der Eintrag beschreibt keinen Betrieb. Private Anzeigen nehmen wir nicht auf.',
  },
  'report-checked': {
    name: 'Hinweis wird geprüft',
    text: 'Zu Ihrem Eintrag ist ein Hinweis eingegangen. Bis er geprüft ist, zeigen wir den Eintrag nicht.',
  },
  'business-closed': {
    name: 'Betrieb geschlossen',
    text: 'Nach unseren Informationen ist Ihr Betrieb geschlossen. Bitte melden Sie sich, wenn das nicht stimmt.',
  },
};

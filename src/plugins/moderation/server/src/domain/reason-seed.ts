/** Initial reasons of a new installation; editors change them in the panel. */
export const REASON_SEED = [
  {
    action: 'request-changes',
    name: 'Kontakt fehlt',
    textDe:
      'Bitte geben Sie eine Telefonnummer oder E-Mail-Adresse an, unter der Kundinnen und Kunden Sie erreichen.',
    textEn: 'Please add a phone number or e-mail address at which customers can reach you.',
    position: 1,
  },
  {
    action: 'request-changes',
    name: 'Bildrechte klären',
    textDe:
      'Bitte nennen Sie bei jedem Bild, wer es aufgenommen hat, und beschreiben Sie kurz, was darauf zu sehen ist.',
    textEn: 'Please name the photographer of each picture and describe briefly what it shows.',
    position: 2,
  },
  {
    action: 'request-changes',
    name: 'Öffnungszeiten prüfen',
    textDe: 'Bitte prüfen Sie Ihre Öffnungszeiten: Die Angaben widersprechen sich.',
    textEn: 'Please check your opening hours: they contradict each other.',
    position: 3,
  },
  {
    action: 'reject',
    name: 'Außerhalb der Stadt',
    textDe:
      'Ihr Betrieb liegt außerhalb der Stadt und ihrer näheren Umgebung. Wir können ihn deshalb nicht aufnehmen.',
    textEn: 'Your business is outside the city and its near surroundings, so we cannot list it.',
    position: 1,
  },
  {
    action: 'reject',
    name: 'Kein Betrieb',
    textDe: 'Der Eintrag beschreibt keinen Betrieb. Private Anzeigen nehmen wir nicht auf.',
    textEn: 'The entry does not describe a business. We do not list private advertisements.',
    position: 2,
  },
  {
    action: 'suspend',
    name: 'Hinweis wird geprüft',
    textDe: 'Zu Ihrem Eintrag ist ein Hinweis eingegangen. Bis er geprüft ist, zeigen wir den Eintrag nicht.',
    textEn: 'We have received a report about your entry. Until it is checked, the entry is not shown.',
    position: 1,
  },
  {
    action: 'suspend',
    name: 'Betrieb geschlossen',
    textDe:
      'Nach unseren Informationen ist Ihr Betrieb geschlossen. Bitte melden Sie sich, wenn das nicht stimmt.',
    textEn: 'We are told that your business has closed. Please get in touch if this is wrong.',
    position: 2,
  },
] as const;

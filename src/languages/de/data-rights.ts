import type { MailText } from '../mail-text';

type Listings = 'leave' | 'remove';

/** What becomes of listings, in a sentence. */
export const listingsAfterwards: Readonly<Record<Listings, string>> = {
  leave:
    'Einträge, die niemand sonst verwaltet, bleiben öffentlich: ohne Ihre E-Mail-Adresse und ohne Weitergabe an andere Portale. Um sie kümmert sich dann die Redaktion.',
  remove: 'Einträge, die niemand sonst verwaltet, werden mit ihren Bildern gelöscht.',
};

/** What people may ask about their data, and have deleted. */
export const dataRights = {
  archive: {
    readme: 'LIESMICH.txt',
    listings: 'eintraege',
    pictures: 'bilder',
    title: 'Auskunft über Ihre Daten',
    intro: (sender: string, moment: string) =>
      `Das ist alles, was bei „${sender}“ am ${moment} Uhr zu Ihrem Konto gespeichert war (Art. 15 und 20 DSGVO).`,
    account:
      'was über Sie gespeichert ist, nach Arten (in Klammern: wie viele Angaben), auch was die Redaktion Ihnen zu Ihren Einträgen geschrieben hat. Die Datei ist JSON: Jeder Texteditor zeigt sie an, und andere Programme können sie einlesen.',
    others: 'Außerdem Ihre Einträge, je Sprache eine Datei, und die Bilder, die Sie hochgeladen haben:',
    leftOut:
      'Diese Dateien haben nicht mehr hineingepasst. Sie finden sie in Ihrem Konto unter Ihren Bildern, oder fragen Sie die Redaktion:',
    rights: (replyTo: string | undefined) =>
      `Stimmt etwas nicht, oder soll etwas gelöscht werden? ${replyTo === undefined ? 'Wenden Sie sich bitte an die Redaktion.' : `Schreiben Sie bitte an ${replyTo}.`} Sie können sich auch bei der Datenschutzaufsicht Ihres Bundeslandes beschweren.`,
  },
  exportLink: {
    title: 'Ihre Daten herunterladen',
    text: [
      'Die ZIP-Datei enthält alles, was zu Ihrem Konto gespeichert ist: die Angaben zu Ihnen, Ihre Einträge und Ihre Bilder. Fangen Sie mit LIESMICH.txt an.',
      'Bitte heben Sie sie gut auf. Wer sie hat, weiß alles, was wir wissen.',
    ],
    size: 'Größe',
    until: 'Verfügbar bis',
    label: 'ZIP-Datei herunterladen',
  },
  deletionLink: {
    title: 'Konto behalten?',
    text: (day: MailText, listings: Listings) => [
      `Ihr Konto wird am ${day} gelöscht, weil Sie es so wollten. ${listingsAfterwards[listings]}`,
      'Wenn Sie es sich anders überlegt haben, behalten Sie es einfach.',
    ],
    label: 'Konto behalten',
    done: 'Ihr Konto bleibt',
    doneText: ['Es wird nicht gelöscht. Sie brauchen nichts weiter zu tun.'],
  },
  ownDataLink: {
    title: 'Was zu Ihrer E-Mail-Adresse gespeichert ist',
    text: (email: string) => `Das ist alles, was wir zu ${email} gespeichert haben.`,
    onlyAccount: (email: string) => `Zu ${email} gibt es ein Konto und sonst nichts.`,
    account:
      'Zu dieser Adresse gibt es ein Konto. Was dazu gehört, bekommen und löschen Sie dort, mit Ihrem Passwort: Ein Link aus einer E-Mail ist dafür nicht sicher genug.',
    notErased: 'Das löschen wir nicht auf diesem Weg. Bitte schreiben Sie dazu an die Redaktion.',
    further: (count: number) =>
      count === 1
        ? 'Eine weitere Angabe dieser Art steht in der Datei.'
        : `${count} weitere Angaben dieser Art stehen in der Datei.`,
    download: 'Alles als Datei herunterladen (JSON)',
    erase: 'Ausgewähltes löschen',
    eraseAll: 'Alles löschen',
    confirm: 'Ja, endgültig löschen. Das lässt sich nicht rückgängig machen.',
    nothing: 'Zu Ihrer E-Mail-Adresse ist nichts gespeichert',
    nothingText: [
      'Über diesen Link ist nichts (mehr) zu finden. Wenn Sie sichergehen möchten, fragen Sie noch einmal.',
    ],
    doneSome: 'Gelöscht, was Sie ausgewählt haben',
    doneAll: 'Alles ist gelöscht',
    doneText: [
      'Was wir nach dem Gesetz behalten müssen, steht in unserer Datenschutzerklärung; Ihr Name gehört nicht dazu. In Sicherungskopien bleiben Daten noch, bis diese überschrieben werden.',
    ],
    again: 'Noch einmal fragen',
  },
  values: { yes: 'ja', no: 'nein' },
  // Codes of a column in words; others are shown as they are.
  codes: {
    language: { de: 'Deutsch', en: 'Englisch' },
    locale: { de: 'Deutsch', en: 'Englisch' },
    purpose: { notice: 'Meldung' },
  },
  // Of what is found, by the names in the data; others are spelled out.
  columns: {
    acceptedAt: 'Angenommen',
    account: 'Konto',
    action: 'Was',
    alternativeText: 'Bildbeschreibung',
    answer: 'Antwort',
    askedAt: 'Verlangt',
    at: 'Wann',
    begunAt: 'Begonnen',
    business: 'Betrieb',
    bytes: 'Größe in Bytes',
    byYou: 'Von Ihnen',
    contactEmail: 'E-Mail-Adresse',
    contentType: 'Art des Eintrags',
    createdAt: 'Angelegt',
    decidedAt: 'Entschieden',
    decisionReason: 'Grund der Entscheidung',
    deleteAfter: 'Wird gelöscht nach',
    deliveredAt: 'Zugestellt',
    documentId: 'Kennung des Eintrags',
    dueAt: 'Wird gelöscht am',
    email: 'E-Mail-Adresse',
    endsAt: 'Endet',
    expiresAt: 'Gilt bis',
    externalId: 'Kennung in der Quelle',
    importedAt: 'Übernommen',
    kind: 'Art',
    language: 'Sprache',
    listings: 'Einträge',
    locale: 'Sprache',
    message: 'Nachricht',
    name: 'Name',
    note: 'Anmerkung',
    phone: 'Telefon',
    purpose: 'Anlass',
    readyAt: 'Fertig',
    reason: 'Begründung',
    resolution: 'Ergebnis',
    resolvedAt: 'Erledigt',
    role: 'Rolle',
    since: 'Seit',
    state: 'Stand',
    title: 'Titel',
    uploadedAt: 'Hochgeladen',
    usedAt: 'Benutzt',
    username: 'Benutzername',
    withdrawnAt: 'Zurückgezogen',
  },
};

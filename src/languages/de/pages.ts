/** The city's pages: frame, errors, links from mails, accounts. */
export const pages = {
  // Until there is a city profile.
  noCity: 'Lokale Betriebe',
  skip: 'Zum Inhalt',
  home: 'Startseite',
  languages: 'Sprache',
  about: 'Über diese Website',
  problems: 'Bitte prüfen Sie Ihre Eingaben',
  refused: 'Das hat noch nicht geklappt',
  problemTitle: 'Fehler: {title}',
  optional: 'freiwillig',
  leaveEmpty: 'Bitte leer lassen',
  start: {
    title: 'Lokale Betriebe in {city}',
    titleWithoutCity: 'Lokale Betriebe',
    lead: 'Was Betriebe hier anbieten, wann sie geöffnet haben und wer sie unterstützt: gepflegt von den Betrieben selbst, geprüft von der Redaktion.',
    ways: {
      businesses: {
        title: 'Für Betriebe',
        text: 'Den eigenen Betrieb zeigen: finden, übernehmen und aktuell halten.',
        link: 'Zu „Mein Betrieb“',
      },
      websites: {
        title: 'Für Websites und Portale',
        text: 'Alles, was hier veröffentlicht ist, lässt sich ohne Anmeldung abrufen und weiterverwenden.',
        link: 'Zur Schnittstelle',
      },
      editors: {
        title: 'Für die Redaktion',
        text: 'Einträge prüfen, freigeben und Mitteilungen schreiben.',
        link: 'Zur Anmeldung der Redaktion',
      },
    },
  },
  errors: {
    toStart: 'Zur Startseite',
    400: {
      title: 'Das war so nicht möglich',
      text: 'Bitte gehen Sie einen Schritt zurück und versuchen Sie es noch einmal.',
    },
    404: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht fehlt ein Stück der Adresse, oder die Seite ist umgezogen. Wenn Sie einem Link aus einer E-Mail gefolgt sind, kopieren Sie ihn bitte vollständig in die Adresszeile.',
    },
    410: {
      title: 'Diese Seite gibt es nicht mehr',
      text: 'Was hier zu finden war, ist abgelaufen oder wurde entfernt.',
    },
    429: {
      title: 'Bitte einen Moment Geduld',
      text: 'Von Ihrem Anschluss kamen gerade zu viele Anfragen. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
    },
    500: {
      title: 'Das hat leider nicht geklappt',
      text: 'Bei uns ist ein Fehler aufgetreten; an Ihnen liegt es nicht. Er ist notiert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    },
    503: {
      title: 'Gerade ist hier sehr viel los',
      text: 'Der Server kommt im Moment nicht nach. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
  },
  link: {
    unknown: {
      title: 'Diesen Link gibt es nicht oder nicht mehr',
      text: [
        'Vielleicht fehlt ein Stück: Bitte kopieren Sie den Link vollständig aus der E-Mail in die Adresszeile.',
        'Sonst ist erledigt oder gelöscht, worum es ging. Brauchen Sie noch etwas, beginnen Sie bitte dort, wo Sie die E-Mail angefordert haben.',
      ],
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Links aus unseren E-Mails gelten nur für einige Zeit. Wir schicken Ihnen gern einen neuen, an dieselbe E-Mail-Adresse.',
      again: 'Neuen Link schicken',
      // If links of this kind cannot be sent again.
      ask: 'Links aus unseren E-Mails gelten nur für einige Zeit. Bitte fordern Sie dort, wo Sie begonnen haben, einen neuen an.',
    },
  },
  /** Until the program of the page runs. */
  myBusiness: {
    title: 'Mein Betrieb',
    lead: 'Hier pflegen Betriebe ihren Eintrag selbst.',
    waiting: 'Einen Moment bitte …',
    withoutScript:
      'Diese Seite braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein und laden Sie die Seite neu.',
    toAccount: 'Passwort, Daten und Konto gehen auch ohne',
    toIt: 'Zu „Mein Betrieb“',
    // Part of its address.
    claim: 'uebernehmen',
  },
  ownData: {
    short: 'Ihre Daten',
    title: 'Was wissen wir über Sie?',
    lead: 'Sie haben etwas gemeldet, zugesagt oder angefragt? Hier erfahren Sie, was dazu gespeichert ist, und können es löschen.',
    text: [
      'Geben Sie Ihre E-Mail-Adresse an. Wir schicken Ihnen dorthin die Auskunft: einen Link, über den Sie alles sehen, herunterladen und löschen, oder die Nachricht, dass nichts gespeichert ist.',
    ],
    email: 'E-Mail-Adresse',
    label: 'Auskunft schicken',
    account: [
      'Mit einem Konto für Betriebe bekommen und löschen Sie Ihre Daten dort, nach der Anmeldung. Lieber per Brief? Schreiben Sie an die Adresse im Impressum.',
    ],
    sent: {
      title: 'Bitte sehen Sie in Ihr Postfach',
      text: [
        'Unsere Antwort ist unterwegs. Sie kommt meist in einer Minute an.',
        'Nichts gekommen? Sehen Sie im Spam-Ordner nach, und prüfen Sie, ob die Adresse richtig war.',
      ],
    },
  },
  account: {
    title: 'Ihr Konto',
    lead: 'Mit einem Konto pflegen Betriebe ihren Eintrag selbst.',
    joining: {
      title: 'Sie haben noch kein Konto?',
      text: [
        'Ihr Betrieb steht schon hier, oder Sie möchten ihn eintragen? In „Mein Betrieb“ melden Sie sich an oder bekommen ein Konto.',
      ],
      link: 'Zu „Mein Betrieb“',
    },
    existing: 'Sie haben ein Konto',
    password: {
      title: 'Passwort vergessen',
      teaser: 'Sie bekommen einen Link per E-Mail und wählen damit ein neues.',
      text: 'Geben Sie die E-Mail-Adresse Ihres Kontos an. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen; er gilt eine Stunde lang.',
      label: 'Link schicken',
    },
    confirmation: {
      title: 'Bestätigung noch einmal schicken',
      teaser: 'Sie haben sich registriert, aber keine E-Mail zum Bestätigen bekommen.',
      text: 'Sie haben sich registriert, aber keine E-Mail zum Bestätigen bekommen? Wir schicken sie noch einmal.',
      label: 'E-Mail schicken',
    },
    export: {
      title: 'Meine Daten herunterladen',
      teaser: 'Alles, was zu Ihrem Konto gespeichert ist, mit Ihren Einträgen und Bildern.',
      text: 'Wir stellen eine ZIP-Datei mit allem zusammen, was zu Ihrem Konto gespeichert ist, und schicken Ihnen einen Link dorthin. Das geht einmal in der Stunde.',
      label: 'Daten anfordern',
    },
    deletion: {
      title: 'Konto löschen',
      teaser: 'Nach einer Woche, in der Sie es sich anders überlegen können.',
      text: 'Ihr Konto wird in einer Woche gelöscht, mit allem, woran man Sie erkennt. Bis dahin können Sie es mit einem Klick in unserer E-Mail behalten.',
      label: 'Konto löschen',
    },
    // What becomes of listings.
    remove: 'Auch Einträge löschen, die niemand sonst verwaltet',
    removeHint:
      'Sonst bleiben sie öffentlich: ohne Ihre E-Mail-Adresse und ohne Weitergabe an andere Portale.',
    exportAsked: {
      title: 'Ihre Daten werden zusammengestellt',
      text: 'Sobald die Datei fertig ist, bekommen Sie eine E-Mail mit einem Link. Meist dauert es nicht länger als ein paar Minuten.',
    },
    deletionAsked: {
      title: 'Ihr Konto wird in einer Woche gelöscht',
      text: 'Eine E-Mail mit allem Weiteren ist unterwegs. Mit dem Link darin können Sie das Konto behalten.',
    },
    sent: {
      title: 'Bitte sehen Sie in Ihr Postfach',
      text: [
        'Wenn es zu dieser Adresse ein Konto gibt, ist eine E-Mail dorthin unterwegs. Sie kommt meist in einer Minute an.',
        'Nichts gekommen? Sehen Sie im Spam-Ordner nach, oder prüfen Sie, ob Sie sich mit einer anderen Adresse registriert haben.',
      ],
    },
    confirm: {
      title: 'E-Mail-Adresse bestätigen',
      text: 'Mit einem Klick bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört. Danach können Sie sich anmelden.',
      label: 'Adresse bestätigen',
      over: 'Dieser Link gilt nicht mehr. Haben Sie die Adresse schon bestätigt? Dann können Sie sich einfach anmelden. Sonst lassen Sie sich bitte einen neuen Link schicken.',
    },
    confirmed: {
      title: 'Ihre E-Mail-Adresse ist bestätigt',
      text: 'Vielen Dank. Sie können sich jetzt mit Ihrem Konto anmelden.',
    },
    newPassword: {
      title: 'Neues Passwort wählen',
      label: 'Passwort speichern',
      link: 'Link aus der E-Mail',
      linkHint: 'Bitte kopieren Sie den ganzen Link aus der E-Mail hierher.',
      field: 'Neues Passwort',
      hint: 'Mindestens 10 Zeichen; am besten mehrere Wörter.',
      askAgain: 'Neuen Link anfordern',
      over: 'Dieser Link ist abgelaufen oder wurde schon benutzt. Wenn Sie ein neues Passwort brauchen, lassen Sie sich bitte einen neuen Link schicken; er gilt eine Stunde lang.',
    },
    passwordSet: {
      title: 'Ihr neues Passwort gilt',
      text: 'Sie können sich jetzt damit anmelden. Auf allen Geräten, auf denen Sie noch angemeldet waren, wurden Sie abgemeldet.',
    },
    invitation: {
      title: 'Einladung annehmen',
      text: 'Bitte melden Sie sich mit dem Konto an, an dessen E-Mail-Adresse die Einladung ging. Danach verwalten Sie den Eintrag mit.',
      email: 'E-Mail-Adresse',
      password: 'Passwort',
      label: 'Anmelden und annehmen',
    },
    joined: {
      title: 'Sie verwalten den Eintrag jetzt mit',
      text: 'Die Einladung ist angenommen. Der Betrieb erscheint ab jetzt in Ihrem Konto.',
    },
    email: 'E-Mail-Adresse',
  },
};

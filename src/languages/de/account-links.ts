/** What pages of links in mails to accounts say. */
export const accountLinks = {
  password: 'Neues Passwort',
  passwordHint: 'Mindestens 10 Zeichen, am besten mehrere Wörter',
  username: 'Ihr Name',
  usernameHint: 'So sehen Sie die anderen, die den Betrieb verwalten, und die Redaktion.',
  account: 'Zu „Mein Betrieb“',
  confirm: {
    title: 'E-Mail-Adresse bestätigen',
    text: (email: string) => [`Gehört die Adresse ${email} Ihnen? Dann bestätigen Sie sie bitte.`],
    label: 'Adresse bestätigen',
    done: 'Ihre Adresse ist bestätigt',
    doneText: ['Sie können sich jetzt mit Ihrem Konto anmelden.'],
    already: 'Ihre Adresse ist schon bestätigt',
    alreadyText: ['Sie brauchen nichts mehr zu tun und können sich mit Ihrem Konto anmelden.'],
  },
  reset: {
    title: 'Neues Passwort wählen',
    text: (email: string) => [
      `Wählen Sie ein neues Passwort für das Konto ${email}. Alle Geräte, die jetzt angemeldet sind, werden abgemeldet.`,
    ],
    label: 'Passwort speichern',
    done: 'Ihr neues Passwort gilt',
    doneText: ['Sie können sich jetzt damit anmelden.'],
    over: {
      title: 'Dieser Link gilt nicht mehr',
      text: [
        'Seit dem Versand der E-Mail haben sich das Passwort oder die Adresse des Kontos geändert, oder es gibt das Konto nicht mehr.',
        'Wenn Sie ein neues Passwort brauchen, lassen Sie sich bitte einen neuen Link schicken.',
      ],
    },
    again: 'Neuen Link schicken lassen',
  },
  emailChange: {
    title: 'Neue E-Mail-Adresse bestätigen',
    text: (email: string) => [
      `Soll Ihr Konto ab jetzt die Adresse ${email} haben? Dann melden Sie sich damit an, und unsere E-Mails kommen dorthin.`,
    ],
    label: 'Neue Adresse bestätigen',
    done: {
      title: 'Die neue Adresse ist bestätigt',
      text: [
        'Melden Sie sich ab jetzt damit an. Ihr Passwort bleibt, wie es ist, und angemeldete Geräte bleiben angemeldet.',
        'Wer die E-Mails an die bisherige Adresse liest, kann die Änderung noch einige Tage zurücknehmen.',
      ],
    },
    over: {
      title: 'Diese Änderung gilt nicht mehr',
      text: [
        'Sie wurde durch eine neuere ersetzt oder zurückgenommen, oder das Passwort hat sich inzwischen geändert. Ihr Konto ist, wie es vorher war.',
        'Wenn Sie die Adresse noch ändern möchten, beginnen Sie bitte in Ihrem Konto noch einmal.',
      ],
    },
  },
  emailChangeUndo: {
    title: 'Änderung der E-Mail-Adresse zurücknehmen',
    text: (email: string) => [
      'Für Ihr Konto wurde eine andere E-Mail-Adresse angegeben. Wenn Sie das nicht waren, kennt jemand Ihr Passwort.',
      `Wählen Sie deshalb ein neues. Dann hat Ihr Konto wieder die Adresse ${email}, und alle Geräte werden abgemeldet.`,
    ],
    label: 'Zurücknehmen und Passwort speichern',
    done: {
      title: 'Die Änderung ist zurückgenommen',
      text: [
        'Ihr Konto hat die Adresse, an die wir Ihnen geschrieben haben. Melden Sie sich damit und mit Ihrem neuen Passwort an.',
      ],
    },
    over: {
      title: 'Die Änderung ist schon zurückgenommen',
      text: ['Sie brauchen nichts mehr zu tun.'],
    },
  },
  invitation: {
    title: (business: string) => `Einladung: „${business}“ verwalten`,
    text: (by: string, business: string) => [
      `„${by}“ lädt Sie ein, den Eintrag „${business}“ mit zu verwalten. Beide Namen stammen nicht von uns.`,
    ],
    withAccount: (email: string) =>
      `Sie haben schon ein Konto mit der Adresse ${email}. Es bekommt Zugang zu dem Eintrag.`,
    withoutAccount: (email: string) =>
      `Sie haben noch kein Konto mit der Adresse ${email}. Wählen Sie einen Namen und ein Passwort, dann legen wir es an.`,
    accept: 'Einladung annehmen',
    register: 'Konto anlegen und annehmen',
    already: (business: string) => `Die Einladung ist schon angenommen: „${business}“`,
    done: (business: string) => `Sie verwalten jetzt „${business}“`,
    doneText: ['Melden Sie sich mit Ihrem Konto an, um den Eintrag zu ändern.'],
  },
};

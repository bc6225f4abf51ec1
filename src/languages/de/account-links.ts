/** What pages of links in mails to accounts say. */
export const accountLinks = {
  password: 'Neues Passwort',
  passwordHint: 'Mindestens 10 Zeichen, am besten mehrere Wörter',
  username: 'Ihr Name',
  usernameHint: 'So sehen Sie die anderen, die den Betrieb verwalten, und die Redaktion.',
  account: 'Zu Ihrem Konto',
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
  },
  invitation: {
    title: (business: string) => `Einladung: „${business}“ verwalten`,
    text: (by: string, business: string) => [
      `„${by}“ lädt Sie ein, den Eintrag „${business}“ mit zu verwalten. Beide Namen haben nicht wir geschrieben.`,
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

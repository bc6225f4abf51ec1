import { inOneList, mailText, ofEditors, typed, type LetterWords, type MailText } from '../mail-text';
import type {
  Accepted,
  Account,
  AddressChange,
  ClaimDecision,
  Desk,
  Digest,
  Invitation,
  PortalOff,
  Receipt,
  AccessibilityReview,
} from '../mail-slots';
import { intake } from './intake';
import { dataRightsMails } from './data-rights-mails';
import { decisions } from './moderation';

const greeting = mailText`Guten Tag,`;
const hello = (name: string): MailText => mailText`Guten Tag ${typed(name)},`;

/** What every letter has around it. */
const frame = {
  /** The platform, where the city profile names none. */
  platform: (city: MailText) => mailText`Betriebe in ${city}`,
  closing: mailText`Freundliche Grüße`,
  desk: mailText`Ihre Redaktion`,
  about: mailText`Eintrag ansehen`,
  change: mailText`Eintrag ändern`,
  answers: mailText`Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail. Ihre Antwort liest die Redaktion.`,
  unsubscribe: mailText`Diese tägliche E-Mail nicht mehr bekommen`,
  imprint: mailText`Impressum`,
};

const accounts = {
  confirmation: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Bitte bestätigen Sie Ihre E-Mail-Adresse`,
    greeting,
    paragraphs: [
      mailText`mit dieser E-Mail-Adresse wurde bei „${sender}“ ein Konto angelegt. Damit können Sie Einträge von Betrieben eintragen und pflegen.`,
      mailText`Bitte bestätigen Sie, dass die Adresse Ihnen gehört. Danach können Sie sich anmelden.`,
    ],
    button: { label: mailText`E-Mail-Adresse bestätigen`, url: link },
    afterwards: [
      mailText`Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird das Konto nicht benutzbar.`,
    ],
  }),
  reset: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Ihr neues Passwort wählen`,
    greeting,
    paragraphs: [
      mailText`für Ihr Konto bei „${sender}“ wurde ein neues Passwort angefordert. Sie können es jetzt wählen. Der Link gilt eine Stunde lang und nur einmal.`,
    ],
    button: { label: mailText`Neues Passwort wählen`, url: link },
    afterwards: [
      mailText`Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
    ],
  }),
  exists: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Sie haben schon ein Konto`,
    greeting,
    paragraphs: [
      mailText`jemand wollte mit dieser E-Mail-Adresse bei „${sender}“ ein Konto anlegen oder sie für ein anderes Konto verwenden. Es gibt aber schon eines mit dieser Adresse. Wenn Sie das waren, melden Sie sich einfach damit an.`,
      mailText`Sie wissen das Passwort nicht mehr? Dann wählen Sie ein neues. Der Link gilt eine Stunde lang und nur einmal.`,
    ],
    button: { label: mailText`Neues Passwort wählen`, url: link },
    afterwards: [
      mailText`Wenn Sie das nicht waren, brauchen Sie nichts zu tun: An Ihrem Konto hat sich nichts geändert.`,
    ],
  }),
  passwordChanged: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Ihr Passwort wurde geändert`,
    greeting,
    paragraphs: [
      mailText`das Passwort Ihres Kontos bei „${sender}“ ist gerade geändert worden. Alle anderen Geräte sind damit abgemeldet.`,
      mailText`Wenn Sie das nicht waren, wählen Sie bitte gleich ein neues Passwort und antworten Sie auf diese E-Mail.`,
    ],
    button: { label: mailText`Passwort vergessen`, url: link },
  }),
  emailChange: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Bitte bestätigen Sie Ihre neue E-Mail-Adresse`,
    greeting,
    paragraphs: [
      mailText`diese E-Mail-Adresse wurde für ein Konto bei „${sender}“ angegeben. Bitte bestätigen Sie, dass sie Ihnen gehört; bis dahin gilt die bisherige. Der Link gilt drei Tage lang.`,
    ],
    button: { label: mailText`Neue Adresse bestätigen`, url: link },
    afterwards: [
      mailText`Wenn Sie das nicht waren, bestätigen Sie bitte nicht. Sie brauchen dann nichts zu tun.`,
    ],
  }),
  emailChangeUndo: ({ link, sender, newEmail }: AddressChange): LetterWords => ({
    subject: mailText`Die E-Mail-Adresse Ihres Kontos soll sich ändern`,
    greeting,
    paragraphs: [
      mailText`für Ihr Konto bei „${sender}“ wurde eine andere E-Mail-Adresse angegeben: „${typed(newEmail)}“. Sobald sie bestätigt ist, gilt sie statt dieser. Wenn Sie das waren, brauchen Sie nichts zu tun.`,
      mailText`Wenn Sie das nicht waren, kennt jemand Ihr Passwort. Nehmen Sie die Änderung dann bitte gleich zurück und wählen Sie ein neues. Das geht sieben Tage lang, auch wenn die andere Adresse schon gilt.`,
    ],
    button: { label: mailText`Das war ich nicht`, url: link },
  }),
  emailChangeUndone: ({ sender }: Pick<Account, 'sender'>): LetterWords => ({
    subject: mailText`Die Änderung Ihrer E-Mail-Adresse wurde zurückgenommen`,
    greeting,
    paragraphs: [
      mailText`das Konto bei „${sender}“, das diese E-Mail-Adresse hatte, hat wieder seine frühere. Das hat jemand veranlasst, der die E-Mails an die frühere Adresse liest. Alle Geräte sind abgemeldet, und das Passwort ist ein anderes.`,
      mailText`Wenn das nicht so sein soll, antworten Sie bitte auf diese E-Mail.`,
    ],
  }),
};

/** To people who work in the panel. */
const desk = {
  reset: ({ link, sender }: Desk): LetterWords => ({
    subject: mailText`Neues Passwort für die Redaktion`,
    greeting,
    paragraphs: [
      mailText`für Ihr Konto in der Redaktion von „${sender}“ wurde ein neues Passwort angefordert. Sie können es jetzt wählen. Der Link gilt eine Stunde lang und nur einmal.`,
    ],
    button: { label: mailText`Neues Passwort wählen`, url: link },
    afterwards: [
      mailText`Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
    ],
    toDesk: true,
  }),
  invitation: ({ link, sender }: Desk): LetterWords => ({
    subject: mailText`Ihr Zugang zur Redaktion`,
    greeting,
    paragraphs: [
      mailText`für Sie wurde ein Konto in der Redaktion von „${sender}“ angelegt. Dort werden Einträge von Betrieben geprüft und gepflegt.`,
      mailText`Bitte wählen Sie ein Passwort. Danach sind Sie angemeldet.`,
    ],
    button: { label: mailText`Konto einrichten`, url: link },
    afterwards: [
      mailText`Der Link gilt nur einmal, und nur für Sie: Bitte geben Sie diese E-Mail nicht weiter. Wenn Sie damit nichts anfangen können, brauchen Sie nichts zu tun.`,
    ],
    toDesk: true,
  }),
};

const noted = (intro: MailText, reason: string): LetterWords['paragraphs'] =>
  reason ? [intro, { quote: ofEditors(reason) }] : [];

const contributors = {
  invitation: ({ by, business, link }: Invitation): LetterWords => ({
    subject: mailText`Einladung: „${typed(business)}“ verwalten`,
    greeting,
    paragraphs: [
      mailText`„${typed(by)}“ lädt Sie ein, den Eintrag „${typed(business)}“ in unserem Verzeichnis der Betriebe mit zu verwalten. Sie können ihn dann ändern und Angebote dazu eintragen.`,
      mailText`Sie brauchen dafür ein Konto mit dieser E-Mail-Adresse. Wenn Sie noch keines haben, können Sie es gleich anlegen. Die Einladung gilt 14 Tage lang und nur einmal.`,
    ],
    button: { label: mailText`Einladung ansehen`, url: link },
    afterwards: [
      mailText`Beide Namen stammen nicht von uns. Wenn Sie niemanden mit diesem Namen kennen, brauchen Sie nichts zu tun.`,
    ],
  }),
  accepted: ({ username, by, business, ...places }: Accepted): LetterWords => ({
    subject: mailText`Einladung angenommen: „${typed(business)}“`,
    greeting: hello(username),
    paragraphs: [
      mailText`„${typed(by)}“ hat die Einladung angenommen und verwaltet den Eintrag „${typed(business)}“ jetzt mit Ihnen.`,
      mailText`Sie brauchen nichts zu tun. Wenn das nicht so sein soll, können Sie den Zugang jederzeit wieder beenden.`,
    ],
    ...places,
  }),
  receipt: ({ username, title, ...places }: Receipt): LetterWords => ({
    subject: mailText`Eingegangen: „${typed(title)}“`,
    greeting: hello(username),
    paragraphs: [
      mailText`Ihre Einreichung „${typed(title)}“ ist eingegangen. Vielen Dank!`,
      mailText`Die Redaktion prüft sie und schreibt Ihnen, sobald sie entschieden hat. Bis dahin brauchen Sie nichts zu tun, und was schon öffentlich ist, bleibt unverändert.`,
      mailText`Ist Ihnen noch etwas aufgefallen? Ziehen Sie die Einreichung zurück, ändern Sie den Eintrag, und reichen Sie ihn noch einmal ein.`,
    ],
    ...places,
  }),
  claim: ({ username, business, accepted, reason, ...places }: ClaimDecision): LetterWords => {
    const name = typed(business);
    return accepted
      ? {
          subject: mailText`Sie verwalten jetzt „${name}“`,
          greeting: hello(username),
          paragraphs: [
            mailText`die Redaktion hat bestätigt, dass der Eintrag „${name}“ zu Ihnen gehört. Sie können ihn jetzt bearbeiten.`,
            ...noted(mailText`Die Redaktion schreibt dazu:`, reason),
            mailText`Ob er an andere Portale weitergegeben wird, entscheiden ab jetzt Sie: Bis Sie im Eintrag „Einwilligung zur Weitergabe“ wählen, geben wir ihn nicht mehr weiter. Ihre Wahl gilt sofort und ohne Prüfung, und Sie können sie jederzeit ändern. Angaben aus offenen Quellen wie OpenStreetMap können andere von dort haben.`,
          ],
          button: { label: mailText`Eintrag bearbeiten`, url: places.change },
          about: places.about,
        }
      : {
          subject: mailText`Nicht bestätigt: „${name}“`,
          greeting: hello(username),
          paragraphs: [
            mailText`Sie möchten den Eintrag „${name}“ verwalten. Die Redaktion konnte nicht bestätigen, dass er zu Ihnen gehört.`,
            ...noted(mailText`Der Grund:`, reason),
            mailText`Wenn Sie den Grund ausräumen können, stellen Sie den Anspruch bitte noch einmal.`,
          ],
          about: places.about,
        };
  },
};

const digest = {
  age: (hours: number) => {
    const days = Math.floor(hours / 24);
    if (days >= 2) return mailText`seit ${days} Tagen`;
    return hours >= 2 ? mailText`seit ${hours} Stunden` : mailText`seit kurzem`;
  },
  submissions: (count: number) => (count === 1 ? mailText`1 Einreichung` : mailText`${count} Einreichungen`),
  reports: (count: number) => (count === 1 ? mailText`1 Meldung` : mailText`${count} Meldungen`),
  claims: (count: number) => (count === 1 ? mailText`1 Anspruch` : mailText`${count} Ansprüche`),
  due: (number: MailText, day: MailText) => mailText`Meldung ${number}: bis zum ${day}`,
  all: (counts: readonly MailText[]) => inOneList(counts, 'de'),
  mail: ({ what, count, oldest, due, link }: Digest): LetterWords => ({
    subject: mailText`Zu prüfen: ${what}`,
    greeting: mailText`Guten Morgen,`,
    paragraphs: [
      count === 1 ? mailText`auf die Redaktion wartet ${what}.` : mailText`auf die Redaktion warten ${what}.`,
      ...(oldest.length > 0
        ? [oldest.length === 1 ? mailText`Die Einreichung:` : mailText`Am längsten warten:`, { list: oldest }]
        : []),
      ...(due.length > 0
        ? [mailText`Bald fällig; das Gesetz verlangt eine Antwort innerhalb eines Monats:`, { list: due }]
        : []),
    ],
    button: { label: mailText`Zur Prüfung`, url: link },
    toDesk: true,
  }),
};

/** The page behind the link that switches off the daily mail. */
const unsubscribe = {
  ask: {
    title: 'Tägliche E-Mail abbestellen',
    text: [
      'Sie bekommen dann nicht mehr jeden Morgen eine E-Mail mit dem, was auf die Redaktion wartet. Im Menü „Einreichungen“ sehen Sie es weiterhin.',
    ],
    label: 'Abbestellen',
  },
  stopped: {
    title: 'Abbestellt',
    text: [
      'Sie bekommen die tägliche E-Mail nicht mehr. Wieder bestellen können Sie sie in der Redaktion, über der Liste im Menü „Einreichungen“.',
    ],
  },
};

/** To editors, once a month while it is so. */
const accessibilityReview = ({ day, link }: AccessibilityReview): LetterWords => ({
  subject: mailText`Erklärung zur Barrierefreiheit: bitte prüfen`,
  greeting,
  paragraphs: [
    mailText`die Erklärung zur Barrierefreiheit wurde zuletzt am ${day} geprüft. Einmal im Jahr ist sie neu zu prüfen; bis dahin steht auf der Seite, dass eine Prüfung aussteht.`,
    mailText`Lesen Sie die Seite: Stimmen die bekannten Barrieren, das Gesetz, die Durchsetzungsstelle und der Kontakt noch? Tragen Sie danach im Stadtprofil den Tag der Prüfung ein. Dann kommt diese E-Mail nicht wieder.`,
  ],
  button: { label: mailText`Zum Stadtprofil`, url: link },
  toDesk: true,
});

const addressed = (url: string): readonly MailText[] =>
  url ? [mailText`Die Adresse: ${ofEditors(url)}`] : [];

const portals = {
  why: {
    gone: mailText`Die Adresse hat mit „410 Gone“ geantwortet; das heißt, dass sie nichts mehr bekommen will.`,
    failing: mailText`Seit fünf Tagen ist keine Zustellung mehr gelungen.`,
  },
  toEditor: ({ portal, url, why, link }: PortalOff & Pick<Desk, 'link'>): LetterWords => ({
    subject: mailText`Zustellungen an „${typed(portal)}“ sind abgeschaltet`,
    greeting,
    paragraphs: [
      mailText`die Zustellungen an das Portal „${typed(portal)}“ sind abgeschaltet. ${why}`,
      ...addressed(url),
      mailText`Was das Portal bekommen soll, wird aufgehoben. Der Ansprechpartner des Portals hat ebenfalls eine E-Mail bekommen. Sobald es wieder erreichbar ist, setzen Sie die Zustellungen fort.`,
    ],
    button: { label: mailText`Portal öffnen`, url: link },
    toDesk: true,
  }),
  toContact: ({ portal, url, why }: PortalOff): LetterWords => ({
    subject: mailText`Zustellungen an „${typed(portal)}“ sind abgeschaltet`,
    greeting,
    paragraphs: [
      mailText`wir stellen Ihrem Portal „${typed(portal)}“ nichts mehr zu. ${why}`,
      ...addressed(url),
      mailText`Bitte antworten Sie auf diese E-Mail, sobald es wieder Zustellungen annimmt. Was bis dahin fehlt, liefern wir nach.`,
    ],
  }),
};

export const mails = {
  frame,
  accounts,
  desk,
  contributors,
  dataRights: dataRightsMails,
  decisions,
  intake,
  untitled: mailText`ohne Namen`,
  digest,
  unsubscribe,
  portals,
  accessibilityReview,
};

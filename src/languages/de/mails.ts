import { inOneList, mailText, ofEditors, typed, type MailText } from '../mail-text';
import type { Digest, ClaimDecision, Invitation, Link, PortalOff, Receipt } from '../mail-slots';
import { decisions } from './moderation';

const closing = mailText`Freundliche Grüße\nIhre Redaktion`;

const below = (intro: MailText, reason: string): MailText =>
  reason ? mailText`${intro}\n\n${ofEditors(reason)}\n\n` : mailText``;

const accounts = {
  confirmation: ({ link }: Link) => ({
    subject: mailText`Bitte bestätigen Sie Ihre E-Mail-Adresse`,
    text: mailText`Guten Tag,\n\nSie haben sich mit dieser E-Mail-Adresse registriert, um Einträge im Verzeichnis der Betriebe zu pflegen. Bitte bestätigen Sie die Adresse mit diesem Link:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird das Konto nicht benutzbar.\n\n${closing}`,
  }),
  reset: ({ link }: Link) => ({
    subject: mailText`Ihr neues Passwort wählen`,
    text: mailText`Guten Tag,\n\nfür Ihr Konto im Verzeichnis der Betriebe wurde ein neues Passwort angefordert. Mit diesem Link können Sie es wählen; er gilt eine Stunde lang und nur einmal:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.\n\n${closing}`,
  }),
};

/** To an editor who has forgotten the password. */
const editorReset = ({ link }: Link) => ({
  subject: mailText`Neues Passwort`,
  text: mailText`Guten Tag,\n\nfür Ihr Konto in der Redaktion wurde ein neues Passwort angefordert. Mit diesem Link können Sie es wählen; er gilt nur einmal:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
});

const contributors = {
  invitation: ({ by, business, link }: Invitation) => ({
    subject: mailText`Einladung: „${typed(business)}“ verwalten`,
    text: mailText`Guten Tag,\n\n„${typed(by)}“ lädt Sie ein, den Eintrag „${typed(business)}“ im Verzeichnis der Betriebe mit zu verwalten. Beide Namen haben nicht wir geschrieben. Wenn Sie niemanden mit diesem Namen kennen, brauchen Sie nichts zu tun.\n\nMit diesem Link nehmen Sie die Einladung an; er gilt 14 Tage lang und nur einmal:\n\n${link}\n\nSie brauchen dafür ein Konto mit dieser E-Mail-Adresse.\n\n${closing}`,
  }),
  receipt: ({ username, title }: Receipt) => ({
    subject: mailText`Eingegangen: „${typed(title)}“`,
    text: mailText`Guten Tag ${typed(username)},\n\nIhre Einreichung „${typed(title)}“ ist eingegangen. Die Redaktion prüft sie und meldet sich per E-Mail.\n\nWas schon öffentlich ist, bleibt bis dahin unverändert.\n\n${closing}`,
  }),
  claim: ({ username, business, accepted, reason }: ClaimDecision) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`die Redaktion hat Ihren Anspruch auf den Eintrag „${name}“ bestätigt. Sie können den Eintrag jetzt bearbeiten.\n\nOb er an andere Portale weitergegeben wird, entscheiden ab jetzt Sie: Bis Sie im Eintrag „Einwilligung zur Weitergabe“ wählen, geben wir ihn nicht mehr weiter. Ihre Wahl gilt sofort und ohne Prüfung, und Sie können sie jederzeit ändern. Angaben aus offenen Quellen wie OpenStreetMap können andere von dort haben.\n\n${below(mailText`Die Redaktion schreibt dazu:`, reason)}`
      : mailText`die Redaktion hat Ihren Anspruch auf den Eintrag „${name}“ abgelehnt.\n\n${below(mailText`Der Grund:`, reason)}`;
    return {
      subject: accepted ? mailText`Sie verwalten jetzt „${name}“` : mailText`Anspruch abgelehnt: „${name}“`,
      text: mailText`Guten Tag ${typed(username)},\n\n${decision}${closing}`,
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
  all: (counts: readonly MailText[]) => inOneList(counts, 'de'),
  oldest: (entries: MailText) => mailText`Am längsten warten:\n${entries}\n\n`,
  mail: ({ what, oldest, link }: Digest) => ({
    subject: mailText`Zu prüfen: ${what}`,
    text: mailText`Guten Morgen,\n\nes wartet auf die Redaktion: ${what}.\n\n${oldest}Hier geht es zur Prüfung: ${link}`,
  }),
};

const portals = {
  why: {
    gone: mailText`Die Adresse hat mit „410 Gone“ geantwortet; das heißt, dass sie nichts mehr bekommen will.`,
    failing: mailText`Seit fünf Tagen ist keine Zustellung mehr gelungen.`,
  },
  toEditor: ({ portal, url, why, link }: PortalOff) => ({
    subject: mailText`Zustellungen an „${typed(portal)}“ sind abgeschaltet`,
    text: mailText`Guten Tag,\n\ndie Zustellungen an das Portal „${typed(portal)}“ (${ofEditors(url)}) sind abgeschaltet. ${why}\n\nWas das Portal bekommen soll, wird aufgehoben. Sobald es wieder erreichbar ist, setzen Sie es hier fort:\n${link}`,
  }),
  subjectToContact: mailText`Zustellungen abgeschaltet`,
  toContact: ({ portal, url, why }: Omit<PortalOff, 'link'>) =>
    mailText`Guten Tag,\n\nwir stellen Ihrem Portal „${typed(portal)}“ unter ${ofEditors(url)} nichts mehr zu. ${why} Bitte antworten Sie auf diese E-Mail, sobald es wieder Zustellungen annimmt; was fehlt, wird dann nachgeliefert.\n\n${closing}`,
};

export const mails = {
  accounts,
  editorReset,
  contributors,
  decisions,
  closing,
  untitled: mailText`ohne Namen`,
  digest,
  portals,
};

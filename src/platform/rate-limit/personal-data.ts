import type { PersonalData } from '../personal-data';

const RETENTION_SQL = `delete from stadtverbund.rate_limit where ends_at < now() - interval '1 minute' returning 1`;

/** Counters of attempts. Nobody can be found in there, since the key of the digest is not in the database. */
export const rateLimits: PersonalData = {
  name: 'rate-limits',
  what: {
    de: 'Zähler gegen Missbrauch: wie oft etwas von einer Internet- oder E-Mail-Adresse aus versucht wurde; die Adressen in unlesbarer Form',
    en: 'Counters against abuse: how often something was tried from an internet or e-mail address; the addresses in a form that nobody can read',
  },
  whose: { de: 'Alle, die sich anmelden oder etwas einsenden', en: 'All who sign in or send something' },
  purpose: {
    de: 'Anmeldungen und Einsendungen begrenzen, damit niemand Passwörter probiert oder Postfächer flutet',
    en: 'Limiting sign-in and submissions, so that nobody tries passwords or floods mailboxes',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. f DSGVO (sicherer Betrieb)',
    en: 'GDPR Art. 6 (1) (f) (secure operation)',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: 'In der Nacht danach; gezählt wird für eine Minute bis einen Tag',
    en: 'In the night after; counted is for a minute to a day',
  },
  tables: ['stadtverbund.rate_limit'],
  keeps: [
    {
      what: { de: 'Zähler, in denen niemand zu finden ist', en: 'counters in which nobody can be found' },
      why: {
        de: 'Art. 11 DSGVO: ohne den geheimen Schlüssel keiner Person zuzuordnen',
        en: 'GDPR Art. 11: without the secret key they belong to nobody',
      },
      until: { de: 'höchstens bis zur übernächsten Nacht', en: 'two nights at most' },
    },
  ],
  retention: async (sql) => (await sql(RETENTION_SQL)).length,
};

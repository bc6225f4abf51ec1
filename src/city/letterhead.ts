import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../languages';
import { DEFAULT_LANGUAGE, type Language } from '../languages/language';
import { mailText, ofEditors, typed, type MailText } from '../languages/mail-text';
import type { Imprint, Letterhead } from '../platform/mail/domain/letter';
import { shortImprint } from '../platform/mail/domain/letter-lines';
import { publicUrl } from '../platform/mail/public-url';
import { pageAddress } from '../platform/pages/pages';

interface ProfileRow {
  name: string;
  locale: string | null;
  mailSender: string | null;
  contactEmail: string | null;
  imprint: string | null;
}

const PROFILE = 'api::city-profile.city-profile';

// Before there is a profile.
const NAMELESS = mailText`Stadtverbund`;

function senderOf({ name, mailSender }: ProfileRow, language: Language): MailText {
  const city = typed(name);
  if (!mailSender) return CATALOGUES[language].mails.frame.platform(city);
  const sender = typed(mailSender);
  return sender.includes(city) ? sender : mailText`${sender}, ${city}`;
}

const imprintOf = (strapi: Core.Strapi, text: string, language: Language): Imprint => ({
  text: ofEditors(shortImprint(text)),
  url: publicUrl(strapi, pageAddress(strapi, 'imprint', language)),
});

/**
 * The city's letterhead from its profile. A text that the language lacks is that of the default language. Read for each
 * letter: one statement, and true at once.
 */
export async function cityLetterhead(strapi: Core.Strapi, language: Language): Promise<Letterhead> {
  const rows = (await strapi.db
    .query(PROFILE)
    .findMany({ where: {}, orderBy: { id: 'asc' } })) as ProfileRow[];
  const general = rows.find(({ locale }) => locale === DEFAULT_LANGUAGE) ?? rows[0];
  const own = rows.find(({ locale }) => locale === language) ?? general;
  const imprint = own?.imprint || general?.imprint;
  return {
    sender: own ? senderOf(own, language) : NAMELESS,
    imprint: imprint ? imprintOf(strapi, imprint, language) : undefined,
    replyTo: general?.contactEmail || process.env.MAIL_REPLY_TO || undefined,
  };
}

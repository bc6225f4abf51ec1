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
  operator: Operator | null;
}

type Operator = Readonly<Record<'operatorName' | 'representedBy' | 'phone' | 'email', string | null>> & {
  readonly address: Readonly<Record<'street' | 'houseNumber' | 'postcode' | 'place', string | null>> | null;
};

/** Who runs the website, in lines: the imprint of a letter where the city has written no other. */
function linesOf({ operatorName, representedBy, phone, email, address }: Operator): string {
  const inOneLine = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' ');
  return [
    operatorName,
    inOneLine(address?.street, address?.houseNumber),
    inOneLine(address?.postcode, address?.place),
    representedBy,
    inOneLine(phone, email),
  ]
    .filter(Boolean)
    .join('\n');
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
 * letter, and so true at once.
 */
export async function cityLetterhead(strapi: Core.Strapi, language: Language): Promise<Letterhead> {
  const rows = (await strapi.db.query(PROFILE).findMany({
    where: {},
    populate: { operator: { populate: { address: true } } },
    orderBy: { id: 'asc' },
  })) as ProfileRow[];
  const general = rows.find(({ locale }) => locale === DEFAULT_LANGUAGE) ?? rows[0];
  const own = rows.find(({ locale }) => locale === language) ?? general;
  const operator = own?.operator ?? general?.operator;
  const imprint = own?.imprint || general?.imprint || (operator && linesOf(operator));
  return {
    sender: own ? senderOf(own, language) : NAMELESS,
    imprint: imprint ? imprintOf(strapi, imprint, language) : undefined,
    replyTo: general?.contactEmail || process.env.MAIL_REPLY_TO || undefined,
  };
}

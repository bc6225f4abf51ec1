import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import type { OwnUrl, MailText } from '#src/languages/mail-text';
import { linkUrl } from '#src/platform/mail/link-url';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { cityDay } from '#src/city/city-day';
import { monthsAfter } from '#src/domain/calendar-days';
import { OBJECTION, OBJECTION_MONTHS } from './domain/kinds';
import { isoDayInWords } from './recipient';

/** How to object to a decision, for the mail about it. */
export interface ObjectionLink {
  readonly link: OwnUrl;
  /** The last day, in words. */
  readonly until: MailText;
}

interface Objectable {
  /** `log/17/3`: line 17 of the moderation log, by account 3; `intake/<id>` */
  readonly subject: string;
  readonly personId?: string | null;
  readonly decidedAt: Date;
  readonly language: Language;
}

/** Makes a link to object to a decision; call when its mail is composed. */
export async function objectionLink(
  strapi: Core.Strapi,
  { subject, personId, decidedAt, language }: Objectable,
): Promise<ObjectionLink> {
  const until = monthsAfter(await cityDay(strapi, decidedAt), OBJECTION_MONTHS);
  const token = await newLink(sqlOf(strapi), {
    purpose: OBJECTION,
    subject,
    ...(personId ? { personId } : {}),
    // In every time zone the day is over by then.
    expiresAt: new Date(`${until}T24:00:00-12:00`),
  });
  return { link: linkUrl(strapi, token, language), until: isoDayInWords(until, language) };
}

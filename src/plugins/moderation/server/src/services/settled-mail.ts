import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import { ofEditors, typed } from '#src/languages/mail-text';
import { listingLink } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';

const NAME = 'report-settled';

interface Settled {
  readonly reportId: number;
}

/** Tells the reporter that a report is settled, if an address was given; in the transaction that settles it. */
export async function queueSettledMail(
  strapi: Core.Strapi,
  { id, email }: { id: number; email: string | null },
): Promise<void> {
  if (email) await queueMail(strapi, NAME, { reportId: id });
}

interface Row {
  uid: string;
  documentId: string;
  title: string | null;
  email: string | null;
  language: string | null;
  createdAt: Date;
}

const REPORT = `select content_type as uid, document_id as "documentId", title, email, language, created_at as "createdAt"
from stadtverbund.report where id = ? and resolved_at is not null`;

/** The outcome and no more: what editors note about it stays with them. */
async function compose(strapi: Core.Strapi, { reportId }: Settled): Promise<Letter | undefined> {
  const [report] = await sqlOf(strapi)<Row>(REPORT, [reportId]);
  if (!report?.email) return undefined;
  const { uid, documentId, email, createdAt } = report;
  const language = languageFor(report.language);
  const { settled, untitled } = CATALOGUES[language].mails;
  const day = new Intl.DateTimeFormat(CATALOGUES[language].dates, {
    dateStyle: 'long',
    timeZone: await cityTimeZone(strapi),
  }).format(createdAt);
  const words = settled({
    title: report.title === null ? untitled : typed(report.title),
    day: ofEditors(day),
    about: await listingLink(strapi, uid, documentId, language),
  });
  return { to: email, language, ...words };
}

export const settledMail: MailKind<Settled> = { name: NAME, compose };

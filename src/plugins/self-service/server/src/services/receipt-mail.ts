import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import { entryPlaces } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';

const NAME = 'receipt';

interface Receipt {
  readonly documentId: string;
  readonly userId: number;
}

/** Confirms a submission by mail; in its transaction. */
export const queueReceipt = (strapi: Core.Strapi, ref: Receipt): Promise<void> =>
  queueMail(strapi, NAME, { ...ref });

interface Row {
  uid: string;
  title: string | null;
  username: string;
  email: string;
  language: string | null;
}

const SUBMITTED = `
select s.content_type as uid, s.title, u.username, u.email, u.language
from stadtverbund.submission s join up_users u on u.id = :userId and u.blocked is not true
where s.document_id = :documentId`;

async function compose(strapi: Core.Strapi, ref: Receipt): Promise<Letter | undefined> {
  const [row] = await sqlOf(strapi)<Row>(SUBMITTED, { ...ref });
  if (!row) return undefined;
  const language = languageFor(row.language);
  const { contributors, untitled } = CATALOGUES[language].mails;
  const words = contributors.receipt({
    username: row.username,
    title: row.title ?? untitled,
    ...(await entryPlaces(strapi, row.uid, ref.documentId, language)),
  });
  return { to: row.email, language, ...words };
}

export const receiptMail: MailKind<Receipt> = { name: NAME, compose };

import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { ofEditors, typed } from '#src/languages/mail-text';
import { listingLink } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { DAY, rateRule } from '#src/platform/rate-limit/domain/rule';
import { OBJECTION } from './domain/kinds';
import { dayInWords, isoDayInWords, readIntake, recipientOf } from './recipient';

const NAME = 'intake-receipt';

interface Receipt {
  readonly intakeId: string;
}

/** Confirms by mail that something has come in, with its number (DSA, Art. 16 (4)); in its transaction. */
export const queueReceipt = (strapi: Core.Strapi, intakeId: string): Promise<void> =>
  queueMail(strapi, NAME, { intakeId });

/** Repeats nothing that was typed, since the address may be somebody else's. */
async function compose(strapi: Core.Strapi, { intakeId }: Receipt): Promise<Letter | undefined> {
  const item = await readIntake(strapi, intakeId);
  const to = item && (await recipientOf(strapi, item));
  if (!item || !to) return undefined;
  const { language } = to;
  const { contentType, documentId } = item;
  const words = CATALOGUES[language].mails.intake.receipt({
    number: ofEditors(item.number),
    isObjection: item.kind === OBJECTION,
    title: item.title === null ? undefined : typed(item.title),
    day: await dayInWords(strapi, item.createdAt, language),
    due: isoDayInWords(item.dueOn, language),
    about:
      contentType === null || documentId === null
        ? undefined
        : await listingLink(strapi, contentType, documentId, language),
  });
  return { to: to.email, language, ...words };
}

export const receiptMail: MailKind<Receipt> = {
  name: NAME,
  compose,
  // Anybody may type any address: nobody's box is filled by it.
  atMost: rateRule('intake-receipt-recipient', 10, DAY),
};

import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { ofEditors, typed, type LetterWords } from '#src/languages/mail-text';
import { listingLink } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import type { MailKind } from '#src/platform/mail/mail-queue';
import type { IntakeItem, Recipient } from '../contract';
import type { Decision } from './domain/kinds';
import { OBJECTION } from './domain/kinds';
import { kindNamed } from './kinds';
import { objectionLink } from './objection-link';
import { dayInWords, readIntake, recipientOf } from './recipient';

export const DECISION_MAIL = 'intake-decision';

interface Decided {
  readonly intakeId: string;
}

type DecidedItem = IntakeItem & { readonly decision: Decision; readonly decidedAt: Date };

const isDecided = (item: IntakeItem | undefined): item is DecidedItem =>
  item !== undefined && item.decision !== null && item.decidedAt !== null;

async function wordsOf(
  strapi: Core.Strapi,
  item: DecidedItem,
  { language }: Recipient,
): Promise<LetterWords> {
  const { contentType, documentId, personId, decision } = item;
  const { intake } = CATALOGUES[language].mails;
  const facts = {
    number: ofEditors(item.number),
    title: item.title === null ? undefined : typed(item.title),
    day: await dayInWords(strapi, item.createdAt, language),
    reason: ofEditors(item.decisionReason ?? ''),
    about:
      contentType === null || documentId === null
        ? undefined
        : await listingLink(strapi, contentType, documentId, language),
  };
  if (item.kind === OBJECTION)
    return intake.objectionDecided({
      ...facts,
      won: decision === 'accepted',
      byMaker: item.against?.startsWith('log/') ?? false,
    });
  const objection = kindNamed(strapi, item.kind).canBeObjected
    ? await objectionLink(strapi, {
        subject: `intake/${item.id}`,
        personId,
        decidedAt: item.decidedAt,
        language,
      })
    : undefined;
  return intake.decided({ ...facts, decision, objection });
}

/** What became of it, with the reason, and how to object (DSA, Art. 16 (5)). */
async function compose(strapi: Core.Strapi, { intakeId }: Decided): Promise<Letter | undefined> {
  const item = await readIntake(strapi, intakeId);
  if (!isDecided(item)) return undefined;
  const to = await recipientOf(strapi, item);
  if (!to) return undefined;
  const words = await (kindNamed(strapi, item.kind).words?.(strapi, item, to) ?? wordsOf(strapi, item, to));
  return { to: to.email, language: to.language, ...words };
}

export const decisionMail: MailKind<Decided> = { name: DECISION_MAIL, compose };

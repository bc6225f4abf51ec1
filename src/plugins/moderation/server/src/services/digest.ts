import type { Core } from '@strapi/strapi';
import { unsubscribeLink } from '#src/platform/mail/unsubscribe';
import { languageFor, type Language } from '#src/languages/language';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { publicUrl } from '#src/platform/mail/public-url';
import { editorsSubscription, isWanted, type Subscription } from '#src/platform/mail/unwanted';
import { sqlOf } from '#src/platform/sql/sql';
import { editorsWho } from '#src/platform/strapi/editors';
import { inTransaction } from '#src/publication/index';
import { digestWords, type Waiting } from '../domain/digest-text';
import type { Summary } from '../panel-contract';
import { readLongOpen } from '../intake/queue';
import { isoDayInWords } from '../intake/recipient';
import { readSummary } from './summary';

const HOUR = 3_600_000;
const REVIEW = 'plugin::moderation.review';

/** Claims are called so; everything else that people tell is a report to the desk. */
function intakesOf({ intake }: Pick<Summary, 'intake'>): { reports: number; claims: number } {
  const { claim: claims = 0, ...rest } = intake;
  return { claims, reports: Object.values(rest).reduce((sum, count) => sum + count, 0) };
}

async function readWaiting(strapi: Core.Strapi, now: Date, language: Language): Promise<Waiting> {
  const summary = await readSummary(strapi);
  const { submitted, oldest } = summary;
  const hoursSince = (at: string): number => Math.floor((now.getTime() - new Date(at).getTime()) / HOUR);
  const titles = oldest.map(({ title, documentId, submittedAt }) => ({
    title: title ?? documentId,
    hours: hoursSince(submittedAt),
  }));
  const due = (await readLongOpen(strapi, now)).map(({ number, dueOn }) => ({
    number,
    day: isoDayInWords(dueOn, language),
  }));
  return { submissions: submitted, ...intakesOf(summary), titles, due };
}

const NAME = 'moderation-digest';

/** An editor's subscription to the daily mail. */
export const digestOf = (editorId: number): Subscription => editorsSubscription(NAME, editorId);

/** Once a day per cluster: a separate mail for every reviewer, so that a failing one does not repeat the others. */
export const digestQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'moderation-digest',
  // Before the office opens.
  schedule: { cron: '0 7 * * *', timeZone: DEFAULT_TIME_ZONE },
  handle: () =>
    inTransaction(strapi, async () => {
      for (const { id } of await editorsWho(strapi, REVIEW)) await queueMail(strapi, NAME, { editorId: id });
    }),
});

async function compose(strapi: Core.Strapi, { editorId }: { editorId: number }): Promise<Letter | undefined> {
  const editor = (await editorsWho(strapi, REVIEW)).find(({ id }) => id === editorId);
  if (!editor || !(await isWanted(sqlOf(strapi), digestOf(editorId)))) return undefined;
  const language = languageFor(editor.preferedLanguage);
  const link = publicUrl(strapi, '/admin/plugins/moderation');
  const words = digestWords(await readWaiting(strapi, new Date(), language), language, link);
  if (!words) return undefined;
  const unsubscribe = await unsubscribeLink(strapi, digestOf(editorId), language);
  return { to: editor.email, language, ...words, repeats: { unsubscribe } };
}

export const digestMail: MailKind<{ editorId: number }> = { name: NAME, compose };

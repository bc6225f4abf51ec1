import type { Core } from '@strapi/strapi';
import { cityDay } from '#src/city/city-day';
import { isReviewDue, reviewedOn } from '#src/city/domain/needs-of-law';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { CATALOGUES } from '#src/languages/index';
import { DEFAULT_LANGUAGE, languageFor } from '#src/languages/language';
import { ofEditors } from '#src/languages/mail-text';
import type { Queue } from '#src/platform/jobs/index';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { publicUrl } from '#src/platform/mail/public-url';
import { editorsWho } from '#src/platform/strapi/editors';
import { inTransaction } from '#src/platform/sql/sql';
import { cityProfile } from '../city';
import { dayOf } from '../listing/words-of-facts';

const NAME = 'accessibility-review';

// Those who get the daily mail, too.
const REVIEW = 'plugin::moderation.review';

const CITY_PROFILE = '/admin/content-manager/single-types/api::city-profile.city-profile';

/** When the statement was last reviewed, if that is more than a year ago. @returns ISO date */
async function overdueSince(strapi: Core.Strapi): Promise<string | undefined> {
  const reviewed = reviewedOn(await cityProfile(strapi, DEFAULT_LANGUAGE));
  const today = await cityDay(strapi, new Date());
  return reviewed !== undefined && isReviewDue(reviewed, today) ? reviewed : undefined;
}

/** Once a month and once per cluster: reminds editors while the statement on accessibility is older than a year. */
export const reviewQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: NAME,
  schedule: { cron: '30 7 1 * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    if ((await overdueSince(strapi)) === undefined) return;
    await inTransaction(strapi, async () => {
      for (const { id } of await editorsWho(strapi, REVIEW)) await queueMail(strapi, NAME, { editorId: id });
    });
  },
});

export const reviewMail: MailKind<{ editorId: number }> = {
  name: NAME,
  async compose(strapi, { editorId }) {
    const reviewed = await overdueSince(strapi);
    const editor = (await editorsWho(strapi, REVIEW)).find(({ id }) => id === editorId);
    if (reviewed === undefined || !editor) return undefined;
    const language = languageFor(editor.preferedLanguage);
    const words = CATALOGUES[language].mails.accessibilityReview({
      day: ofEditors(dayOf(reviewed, 'UTC', language)),
      link: publicUrl(strapi, CITY_PROFILE),
    });
    return { to: editor.email, language, ...words };
  },
};

import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { CATALOGUES } from '../../languages';
import type { Language } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { newLink, type LinkPurpose, type LinkView } from '../secret-links';
import { sqlOf } from '../sql/sql';
import { linkUrl } from './link-url';
import { isWanted, setWanted, type Subscription } from './unwanted';

const PURPOSE = 'unsubscribe';

// Long enough for a mail that is read after a holiday.
const VALID_DAYS = 60;
// By the mail program, by its reader, and by both once more.
const USES = 5;

const subjectOf = ({ mail, reader }: Subscription): string => `${mail}/${reader}`;

function subscriptionOf(subject: string): Subscription {
  const [mail = '', reader = ''] = subject.split('/');
  return { mail, reader };
}

/**
 * A link that switches a mail off for its reader; for `Letter.repeats`. Mail programs send a POST to it, people get a
 * page with a button.
 */
export async function unsubscribeLink(
  strapi: Core.Strapi,
  subscription: Subscription,
  language: Language,
): Promise<OwnUrl> {
  const token = await newLink(sqlOf(strapi), {
    purpose: PURPOSE,
    subject: subjectOf(subscription),
    expiresAt: new Date(Date.now() + VALID_DAYS * 86_400_000),
    uses: USES,
  });
  return linkUrl(strapi, token, language, PURPOSE);
}

const stopped = (language: Language): LinkView => ({
  ...CATALOGUES[language].mails.unsubscribe.stopped,
  actions: [],
});

/** What a link to unsubscribe shows and does. */
export const unsubscribePurpose: LinkPurpose = {
  name: PURPOSE,
  async show(strapi, { subject }, language) {
    if (!(await isWanted(sqlOf(strapi), subscriptionOf(subject)))) return stopped(language);
    const { label, ...page } = CATALOGUES[language].mails.unsubscribe.ask;
    return { ...page, actions: [{ name: PURPOSE, label }] };
  },
  actions: {
    [PURPOSE]: {
      // What mail programs send (RFC 8058, 3.2).
      fields: z.strictObject({ 'List-Unsubscribe': z.literal('One-Click').optional() }),
      async run(_strapi, sql, { subject }, _input, language) {
        await setWanted(sql, subscriptionOf(subject), false);
        return stopped(language);
      },
    },
  },
};

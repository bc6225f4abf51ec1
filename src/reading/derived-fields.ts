import type { Core } from '@strapi/strapi';
import type { PublicUid } from '../domain/content-api-access';
import { campaignState } from '../domain/public-rule';
import { archiveWarningIn } from './archive-warning';

type Entry = Record<string, unknown>;

const HELPER_FIELDS: Readonly<Partial<Record<PublicUid, readonly string[]>>> = {
  'api::campaign.campaign': ['startsAt', 'endsAt'],
  'api::press-notice.press-notice': ['archivedAt'],
};

/** The stored fields that an answer is made with, also when the site names others: they are dropped at the end. */
export const helperFields = (uid: PublicUid): string[] => ['locale', ...(HELPER_FIELDS[uid] ?? [])];

/**
 * Adds what is never stored: `state` of a campaign, `archiveWarning` of an archived press notice (`null` on others).
 */
export async function addDerivedFields(
  strapi: Core.Strapi,
  uid: PublicUid,
  entries: Entry[],
  now: Date,
): Promise<void> {
  if (uid === 'api::campaign.campaign') for (const entry of entries) entry.state = campaignState(entry, now);
  if (uid === 'api::press-notice.press-notice')
    for (const entry of entries)
      entry.archiveWarning = entry.archivedAt
        ? await archiveWarningIn(strapi, entry.locale as string | undefined)
        : null;
}

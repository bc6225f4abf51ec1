import type { Core } from '@strapi/strapi';
import { cityDay } from '../../city/city-day';
import { isReviewDue, missingInLaw, reviewedOn, type Profile } from '../../city/domain/needs-of-law';
import type { Language } from '../../languages/language';
import { pageAddress } from '../../platform/pages/pages';
import type { Finding } from '../../platform/refusals/refusal';

const CITY_PROFILE = 'api::city-profile.city-profile';

/** What the law still asks of the city profile, and a statement on accessibility that is to be reviewed. */
export async function lawWarnings(
  strapi: Core.Strapi,
  uid: string,
  profile: Profile,
  language: Language,
): Promise<Finding[]> {
  if (uid !== CITY_PROFILE) return [];
  const missing = missingInLaw(profile).map(({ path, page, law }): Finding => ({
    path,
    reason: 'law-needs',
    details: { law: law[language], page: pageAddress(strapi, page, language) },
  }));
  const reviewed = reviewedOn(profile);
  const isDue = reviewed !== undefined && isReviewDue(reviewed, await cityDay(strapi, new Date()));
  return isDue
    ? [...missing, { path: ['accessibility', 'lastReviewed'], reason: 'accessibility-review-due' }]
    : missing;
}

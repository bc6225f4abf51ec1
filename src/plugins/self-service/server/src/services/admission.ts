import { assertNothing, groundOf, type Ground } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { lacksForPublishing } from '#src/domain/complete-listing';
import { checkEligibility, type Admission, type Applicant } from '../domain/eligibility';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import type { Draft } from './drafts';

const CITY = 'api::city-profile.city-profile';

/** Whom the city admits; a city without a profile admits everyone. */
async function admissionOf(strapi: Core.Strapi): Promise<Admission> {
  const profile = (await strapi.db
    .query(CITY)
    .findOne({ select: ['largestSizeClass', 'chainsAdmitted'], orderBy: { id: 'asc' } })) as Admission | null;
  return profile ?? {};
}

/** Why this city does not admit the business of a draft, if it does not. */
async function notAdmitted(strapi: Core.Strapi, type: SelfServiceType, draft: Draft): Promise<Ground[]> {
  if (type.business) return [];
  const decision = checkEligibility(draft as Applicant, await admissionOf(strapi));
  if (decision.ok) return [];
  const { ok: _ok, reason, ...details } = decision;
  return [{ code: reason, path: [reason === 'chain-not-admitted' ? 'chain' : 'sizeClass'], details }];
}

/**
 * Refuses the submission of a business that this city does not admit, and of drafts in which anything is missing, so that
 * a contributor learns all of it at once, and not from an editor.
 * @param drafts in every language, at least one
 * @throws Refusal with everything that is wrong
 */
export async function assertSubmittable(
  strapi: Core.Strapi,
  type: SelfServiceType,
  drafts: readonly [Draft, ...Draft[]],
): Promise<void> {
  const missing = drafts.flatMap((draft) => lacksForPublishing(type, draft)).map(groundOf);
  assertNothing([...(await notAdmitted(strapi, type, drafts[0])), ...missing]);
}

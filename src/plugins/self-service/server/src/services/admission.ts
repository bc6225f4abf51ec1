import { groundOf, refused, type Ground } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { lacksForPublishing } from '#src/domain/complete-listing';
import { checkEligibility, type Admission, type Applicant } from '../domain/eligibility';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import type { Draft } from './drafts';

const CITY = 'api::city-profile.city-profile';

/** Whom the city admits; a city without a profile admits everyone. */
export async function admissionOf(strapi: Core.Strapi): Promise<Admission> {
  const profile = (await strapi.db
    .query(CITY)
    .findOne({ select: ['largestSizeClass', 'chainsAdmitted'], orderBy: { id: 'asc' } })) as Admission | null;
  return profile ?? {};
}

/**
 * Refuses the submission of a business that this city does not admit.
 * @throws Refusal with the reason
 */
export async function assertEligible(
  strapi: Core.Strapi,
  type: SelfServiceType,
  draft: Draft,
): Promise<void> {
  if (type.business) return;
  const decision = checkEligibility(draft as Applicant, await admissionOf(strapi));
  if (decision.ok) return;
  const { ok: _ok, reason, ...details } = decision;
  throw refused(reason, [reason === 'chain-not-admitted' ? 'chain' : 'sizeClass'], details);
}

/** Everything that is missing in the drafts, so that a contributor learns it now and not from an editor. */
export const missingIn = (type: SelfServiceType, drafts: readonly Draft[]): Ground[] =>
  drafts.flatMap((draft) => lacksForPublishing(type, draft)).map(groundOf);

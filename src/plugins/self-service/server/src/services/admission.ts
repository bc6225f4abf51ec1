import type { Core } from '@strapi/strapi';
import { lacksForPublishing } from '../../../../../domain/complete-listing';
import { messageOf, type Reason } from '../../../../../domain/messages';
import type { Language } from '../../../../../domain/language';
import { checkEligibility, type Admission, type Applicant } from '../domain/eligibility';
import type { SelfServiceType } from '../../../../../listing/domain/listing-type';
import { refused } from '../refused';
import type { Draft } from './drafts';

const CITY = 'api::city-profile.city-profile';

/** Whom the city admits; a city without a profile admits everyone. */
async function admissionOf(strapi: Core.Strapi): Promise<Admission> {
  const profile = (await strapi.db
    .query(CITY)
    .findOne({ select: ['largestSizeClass', 'chainsAdmitted'], orderBy: { id: 'asc' } })) as Admission | null;
  return profile ?? {};
}

/**
 * Refuses the submission of a business that this city does not admit.
 * @throws Refused with the reason
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

/** What a draft lacks for being published, in the language asked for. */
export interface Missing {
  path: string[];
  code: Reason;
  message: string;
}

/** Everything that its drafts lack, so that a contributor hears it now and not from an editor. */
export function missingIn(type: SelfServiceType, drafts: readonly Draft[], language: Language): Missing[] {
  const missing = drafts.flatMap((draft) => lacksForPublishing(type, draft));
  const unique = new Map(missing.map((lack) => [`${lack.path.join('.')} ${lack.reason}`, lack]));
  return [...unique.values()].map(({ path, reason }) => {
    const names = path.map(String);
    return { path: names, code: reason, message: messageOf(reason, language, names.join('.')) };
  });
}

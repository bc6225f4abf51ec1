import { groundOf, refused, type Ground } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { lacksForPublishing, type Lack } from '#src/domain/complete-listing';
import { checkEligibility, type Admission, type Applicant } from '../domain/eligibility';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { modelGetter } from '#src/platform/strapi/models';
import { contentAttributes, isEmpty, partsIn } from '#src/platform/strapi/schema';
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

/** What the components of a draft lack: Strapi asks for it only when an editor publishes. */
function lacksInComponents(strapi: Core.Strapi, { uid }: SelfServiceType, draft: Draft): Lack[] {
  const getModel = modelGetter(strapi);
  return partsIn(getModel(uid), draft, getModel).flatMap((part) =>
    contentAttributes(getModel(part.uid))
      .filter(([name, { required }]) => required === true && isEmpty(part.entry[name]))
      .map(([name]): Lack => ({ path: [...part.path, name], reason: 'required' })),
  );
}

/** Everything that is missing in the drafts, so that a contributor learns it now and not from an editor. */
export function missingIn(strapi: Core.Strapi, type: SelfServiceType, drafts: readonly Draft[]): Ground[] {
  return drafts.flatMap((draft) => {
    const lacks = [...lacksForPublishing(type, draft), ...lacksInComponents(strapi, type, draft)];
    return [...new Map(lacks.map((lack) => [lack.path.join('.'), lack])).values()].map(groundOf);
  });
}

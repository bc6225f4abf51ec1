import type { Ground } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { publicFilters } from '#src/domain/public-rule';
import { cityTimeZone } from '#src/city/known-city';
import { listingTypes, publicRule } from '#src/listing/listing-types';
import { relationMentions, type Mention, type Values } from '../domain/document-body';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { ownedBusinesses } from './memberships';
import { modelGetter, modelOf } from '#src/platform/strapi/models';

interface Row {
  locale: string | null;
}

/**
 * Strapi stores relations per language, so the related document must exist in the language being written. If it is not
 * the account's own and not related already, it must be public: a draft of the editors appears not to exist.
 */
async function existence(
  strapi: Core.Strapi,
  { uid, target }: Mention<string>,
  locale: string,
  mayBeHidden: boolean,
): Promise<'here' | 'elsewhere' | 'nowhere'> {
  const seen = publicFilters(publicRule(strapi, uid), new Date(), await cityTimeZone(strapi));
  if (!mayBeHidden && !seen) return 'nowhere';
  const where = { $and: [{ documentId: target }, ...(!mayBeHidden && seen ? [seen] : [])] };
  const rows = (await strapi.db.query(uid).findMany({ where, select: ['locale'] })) as Row[];
  if (rows.length === 0) return 'nowhere';
  return rows.some((row) => row.locale === locale || row.locale === null) ? 'here' : 'elsewhere';
}

interface Checked {
  values: Values;
  /** The current draft: its relations may stay, even if the related documents are no longer public. */
  current: Values;
  locale: string;
  accountId: number;
}

/** Refusals for relations in a body to documents that do not exist or belong to others. */
export async function relationRefusals(
  strapi: Core.Strapi,
  type: SelfServiceType,
  { values, current, locale, accountId }: Checked,
): Promise<Ground[]> {
  const owned = new Set(await ownedBusinesses(strapi, accountId));
  const mentionsIn = (body: Values) => relationMentions(modelOf(strapi, type.uid), body, modelGetter(strapi));
  const keyOf = ({ uid, target }: Mention<string>) => `${uid} ${target}`;
  const present = new Set(mentionsIn(current).map(keyOf));
  const refusal = async (mention: Mention<string>): Promise<Ground[]> => {
    const { path, target, uid } = mention;
    const joined = listingTypes(strapi).selfService.get(uid);
    // A listing of someone else appears not to exist.
    if (joined?.isBusiness && !owned.has(target)) return [{ code: 'business-not-managed', path }];
    const where = joined?.business
      ? 'nowhere'
      : await existence(strapi, mention, locale, joined !== undefined || present.has(keyOf(mention)));
    if (where === 'here') return [];
    const code = where === 'nowhere' ? 'relation-not-found' : 'relation-not-in-language';
    return [{ code, path, details: { found: target } }];
  };
  const found: Ground[] = [];
  for (const mention of mentionsIn(values)) found.push(...(await refusal(mention)));
  return found;
}

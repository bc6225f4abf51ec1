import type { Ground } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { relationMentions, type Mention, type Values } from '../domain/document-body';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { ownedBusinesses } from './memberships';
import { schemaOf } from './self-service-types';

interface Row {
  locale: string | null;
}

/** Strapi stores relations per language, so the related document must exist in the language being written. */
async function existence(
  strapi: Core.Strapi,
  { uid, target }: Mention<string>,
  locale: string,
): Promise<'here' | 'elsewhere' | 'nowhere'> {
  const rows = (await strapi.db
    .query(uid)
    .findMany({ where: { documentId: target }, select: ['locale'] })) as Row[];
  if (rows.length === 0) return 'nowhere';
  return rows.some((row) => row.locale === locale || row.locale === null) ? 'here' : 'elsewhere';
}

interface Checked {
  values: Values;
  locale: string;
  accountId: number;
}

/** Refusals for relations in a body to documents that do not exist or belong to others. */
export async function relationRefusals(
  strapi: Core.Strapi,
  type: SelfServiceType,
  { values, locale, accountId }: Checked,
): Promise<Ground[]> {
  const owned = new Set(await ownedBusinesses(strapi, accountId));
  const refusal = async (mention: Mention<string>): Promise<Ground[]> => {
    const { path, target, uid } = mention;
    const joined = listingTypes(strapi).selfService.get(uid);
    // A listing of someone else appears not to exist.
    if (joined?.isBusiness && !owned.has(target)) return [{ code: 'business-not-managed', path }];
    const where = joined?.business ? 'nowhere' : await existence(strapi, mention, locale);
    if (where === 'here') return [];
    const code = where === 'nowhere' ? 'relation-not-found' : 'relation-not-in-language';
    return [{ code, path, details: { found: target } }];
  };
  const mentions = relationMentions(schemaOf(strapi)(type.uid), values, schemaOf(strapi));
  const found: Ground[] = [];
  for (const mention of mentions) found.push(...(await refusal(mention)));
  return found;
}

import type { Core } from '@strapi/strapi';
import { languageOf } from '../../platform/http/language-of';
import { originOf, type Origin } from '../origin';
import type { RuleContext } from './attribute-rules';
import { knownCity } from '../../city/known-city';
import { listingTypes } from '../../listing/listing-types';
import { postcodeTable } from './postcode-table';

/** Everything the rules look at, for a write of the given origin; by default that of the running one. */
export async function ruleContext(
  strapi: Core.Strapi,
  kind: Origin['kind'] = originOf(strapi).kind,
): Promise<RuleContext> {
  const { city, districts, borders } = await knownCity(strapi);
  return {
    language: languageOf(strapi.requestContext.get()),
    city,
    districts,
    borders,
    places: postcodeTable(strapi.dirs.app.root),
    strictPlaces: kind === 'contributor' || kind === 'outside',
    periodOf: (uid) => listingTypes(strapi).all.get(uid)?.period,
  };
}

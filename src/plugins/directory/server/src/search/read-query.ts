import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { parseSearch, type Parameter, type SearchQuery } from '../domain/search-query';
import { contentLocales } from '#src/platform/strapi/content-locales';
import { refusedParameter } from '#src/platform/refusals/refusal';
import { searchCity, type City } from './city';

/**
 * The query of a request.
 * @param allowed the parameters that its endpoint takes
 * @throws Refusal naming the wrong parameter
 */
export async function readQuery(
  strapi: Core.Strapi,
  parameters: URLSearchParams,
  allowed: readonly (Parameter | 'text')[],
  now: Date,
): Promise<{ query: SearchQuery; city: City }> {
  const city = await searchCity(strapi);
  const types = [...listingTypes(strapi).directory.values()].map(({ type }) => type);
  const parsed = parseSearch(parameters, {
    now,
    timeZone: city.timeZone,
    locales: await contentLocales(strapi),
    types,
    districtAt: city.districtAt,
    allowed,
  });
  if (parsed.ok) return { query: parsed.query, city };
  const { parameter, code, details } = parsed.problem;
  throw refusedParameter(code, parameter, details);
}

import type { Core } from '@strapi/strapi';
import { actorOf, languageOf, type Actor } from '../../rules/actor';
import type { RuleContext } from './bindings';
import { knownCity } from '../../city/known-city';
import { postcodeTable } from './postcode-table';

/** Everything the rules ask about, for the present request. */
export async function ruleContext(strapi: Core.Strapi, actor: Actor = actorOf(strapi)): Promise<RuleContext> {
  const { city, districts } = await knownCity(strapi);
  return {
    language: languageOf(strapi),
    city,
    districts,
    places: postcodeTable(strapi.dirs.app.root),
    strictPlaces: actor === 'contributor',
  };
}

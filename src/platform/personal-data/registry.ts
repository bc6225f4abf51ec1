import type { Core } from '@strapi/strapi';
import type { PersonalData } from './contract';

const NAME = 'stadtverbund.personal-data';

function registryOf(strapi: Core.Strapi): Map<string, PersonalData> {
  if (!strapi.has(NAME)) strapi.add(NAME, new Map<string, PersonalData>());
  return strapi.get<Map<string, PersonalData>>(NAME);
}

/**
 * Declares what a module knows of people. Call in `register()`.
 * @throws if the name is taken
 */
export function registerPersonalData(strapi: Core.Strapi, data: PersonalData): void {
  const registry = registryOf(strapi);
  if (registry.has(data.name)) throw new Error(`There are already personal data named ${data.name}.`);
  registry.set(data.name, data);
}

/** All declarations, by name. */
export const personalDataOf = (strapi: Core.Strapi): PersonalData[] =>
  [...registryOf(strapi).values()].sort((one, other) => (one.name < other.name ? -1 : 1));

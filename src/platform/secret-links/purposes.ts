import type { Core } from '@strapi/strapi';
import type { LinkPurpose } from './contract';

const NAME = 'stadtverbund.link-purposes';

function purposesOf(strapi: Core.Strapi): Map<string, LinkPurpose> {
  if (!strapi.has(NAME)) strapi.add(NAME, new Map<string, LinkPurpose>());
  return strapi.get<Map<string, LinkPurpose>>(NAME);
}

/**
 * Says what links of a kind show and do. Call in `register()`.
 * @throws if the name is taken
 */
export function registerLinkPurpose(strapi: Core.Strapi, purpose: LinkPurpose): void {
  const purposes = purposesOf(strapi);
  if (purposes.has(purpose.name))
    throw new Error(`There is already a purpose of links named ${purpose.name}.`);
  purposes.set(purpose.name, purpose);
}

/** @returns `undefined` for a purpose that the running release does not know */
export const purposeNamed = (strapi: Core.Strapi, name: string): LinkPurpose | undefined =>
  purposesOf(strapi).get(name);

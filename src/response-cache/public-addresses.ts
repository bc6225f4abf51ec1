import type { Core } from '@strapi/strapi';
import { publicAddress, type PublicAddress, type PublicAddresses } from './domain/public-address';

// Kept by instance: tests boot several in one process.
const registered = new WeakMap<Core.Strapi, PublicAddresses[]>();

const registeredIn = (strapi: Core.Strapi): PublicAddresses[] => {
  const found = registered.get(strapi) ?? [];
  registered.set(strapi, found);
  return found;
};

/** Lets the answers of these addresses be kept. To be called in `register` or `bootstrap`. */
export function addPublicAddresses(strapi: Core.Strapi, addresses: PublicAddresses): void {
  registeredIn(strapi).push(addresses);
}

/** What a path is to the public; nothing where nobody has registered it. */
export const publicAddressIn = (strapi: Core.Strapi, path: string): PublicAddress | undefined =>
  publicAddress(path, registeredIn(strapi));

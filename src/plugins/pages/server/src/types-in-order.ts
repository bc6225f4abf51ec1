import type { Core } from '@strapi/strapi';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';

const rank = ({ isBusiness, business }: DirectoryType): number => (isBusiness ? 0 : business ? 1 : 2);

/** The types that have pages, as people look for them: businesses, what belongs to these, everything else. */
export const typesInOrder = (strapi: Core.Strapi): readonly DirectoryType[] =>
  [...listingTypes(strapi).directory.values()]
    .filter(({ page }) => page !== undefined)
    .sort((one, other) => rank(one) - rank(other));

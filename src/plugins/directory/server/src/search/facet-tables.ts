import type { Core } from '@strapi/strapi';
import type { FacetTables } from './search.sql';

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/** The tables with the names of categories and districts. */
export const facetTables = (strapi: Core.Strapi): FacetTables => ({
  category: tableOf(strapi, 'api::category.category'),
  district: tableOf(strapi, 'api::district.district'),
});

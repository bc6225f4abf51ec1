import type { Core } from '@strapi/strapi';
import type { FacetTables } from './search.sql';
import { tableOf } from '#src/platform/strapi/tables';

/** The tables with the names of categories and districts. */
export const facetTables = (strapi: Core.Strapi): FacetTables => ({
  category: tableOf(strapi, 'api::category.category').tableName,
  district: tableOf(strapi, 'api::district.district').tableName,
});

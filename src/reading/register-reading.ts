import type { Core } from '@strapi/strapi';
import { addStep } from '../writing/pipeline';
import { closeRoutes } from './closed-routes';
import { guardAdminQueries } from './guard-admin-queries';
import { publishedOnly } from './guard-documents';
import { guardQueries } from './guard-queries';
import { cacheLookups } from './cached-lookups';
import { describeContent } from './openapi/content-paths';
import { describePaths } from './openapi/described-paths';
import { describeReading } from './openapi/reading-paths';
import { registerPublicFiles } from './public-files';
import { registerPublicAddresses } from './public-addresses';
import { addPublicRoutes } from './public-routes';
import { oneOrder } from './stable-lists';

/** Everything for reading from outside that must be in place before Strapi builds its routes and its GraphQL schema. */
export function registerReading(strapi: Core.Strapi): void {
  addPublicRoutes(strapi);
  closeRoutes(strapi);
  guardQueries(strapi);
  guardAdminQueries(strapi);
  addStep(strapi, publishedOnly);
  addStep(strapi, oneOrder(strapi));
  cacheLookups(strapi);
  registerPublicFiles(strapi);
  registerPublicAddresses(strapi);
  describePaths(strapi, () => describeContent(strapi));
  describePaths(strapi, describeReading);
}

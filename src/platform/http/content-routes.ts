import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refused } from '../refusals/refusal';
import { withMiddlewares, type AdminRouteChanges } from '../strapi/patches';
import { bodyOf } from './body-of';
import { contentManagerRoutes } from '../strapi/content-manager';
import { contentTypeNamed } from '../strapi/models';
import { hasDrafts } from '../strapi/schema';

const KIND_OF: Readonly<Record<string, string>> = {
  'single-types': 'singleType',
  'collection-types': 'collectionType',
};

const PUBLISHES = /\/actions\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/** A route of the content manager as declared: `/single-types/:model/actions/discard`. */
const KINDS = new RegExp(`^/(${Object.keys(KIND_OF).join('|')})/:model`);

/**
 * Admits only the types for which a route is meant. Strapi's handlers for single types write the first entry of any
 * given type, and those that publish fail on types without drafts.
 */
const forFittingTypes =
  (strapi: Core.Strapi, path: string) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { model } = ctx.params as { model?: string };
    const type = contentTypeNamed(strapi, String(model));
    const isKind = type?.kind === KIND_OF[KINDS.exec(path)?.[1] ?? ''];
    const isPublishable = (type && hasDrafts(type)) || !PUBLISHES.test(path);
    if (!isKind || !isPublishable) throw refused('no-such-action');
    await next();
  };

/**
 * Removes the row id and document id from a body, since the address determines both. The panel sends them back with an
 * entry that it has read; a new entry would get the keys of another.
 */
async function withoutKeys(ctx: Context, next: Next): Promise<void> {
  const body = bodyOf(ctx);
  delete body.id;
  delete body.documentId;
  await next();
}

/** Changes to all of Strapi's routes by which the panel reads and writes content. */
export function contentRoutes(strapi: Core.Strapi): AdminRouteChanges {
  const ofTypes = contentManagerRoutes(strapi).filter(({ path }) => KINDS.test(path));
  return ofTypes.map(({ method, path }) => [
    `${method} /content-manager${path}`,
    withMiddlewares(forFittingTypes(strapi, path), withoutKeys),
  ]);
}

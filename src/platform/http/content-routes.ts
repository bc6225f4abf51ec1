import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Language } from '../../domain/language';
import { withMiddlewares, type AdminRouteChanges } from './admin-routes';
import { bodyOf } from './body-of';
import { requestLanguage } from './request-language';

interface Type {
  kind?: string;
  options?: { draftAndPublish?: boolean };
}

const MESSAGE: Readonly<Record<Language, string>> = {
  de: 'Diesen Weg gibt es für diesen Inhaltstyp nicht. Bitte verwenden Sie den, den die Verwaltung für ihn anbietet.',
  en: 'There is no such way for this content type. Please use the one that the admin panel offers for it.',
};

const KIND_OF: Readonly<Record<string, string>> = {
  'single-types': 'singleType',
  'collection-types': 'collectionType',
};

const PUBLISHES = /\/actions\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/** The route of the content manager as it is declared: `/single-types/:model/actions/discard`. */
const KINDS = new RegExp(`^/(${Object.keys(KIND_OF).join('|')})/:model`);

/**
 * Lets through only types that the route is for. Strapi's handlers of single types write the first entry of whatever
 * type they are given, and those that publish fail on types that have no drafts.
 */
const forFittingTypes =
  (strapi: Core.Strapi, path: string) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { model } = ctx.params as { model?: string };
    const type = Object.hasOwn(strapi.contentTypes, String(model))
      ? (strapi.contentTypes as unknown as Record<string, Type | undefined>)[String(model)]
      : undefined;
    const isKind = type?.kind === KIND_OF[KINDS.exec(path)?.[1] ?? ''];
    const isPublishable = type?.options?.draftAndPublish === true || !PUBLISHES.test(path);
    if (!isKind || !isPublishable)
      throw new errors.NotFoundError(MESSAGE[requestLanguage(ctx)], { reason: 'no-such-address' });
    await next();
  };

/**
 * Forgets which row and which document a body says it is: the address tells. The panel sends both back with an entry that
 * it has read; a new entry would be written over the keys of another.
 */
async function withoutKeys(ctx: Context, next: Next): Promise<void> {
  const body = bodyOf(ctx);
  delete body.id;
  delete body.documentId;
  await next();
}

/** Changes of the routes that the panel reads and writes content by, all of them that Strapi has. */
export function contentRoutes(strapi: Core.Strapi): AdminRouteChanges {
  const { routes } = strapi.plugin('content-manager') as unknown as {
    routes: Record<string, { routes?: { method: string; path: string }[] }>;
  };
  const ofTypes = Object.values(routes)
    .flatMap((router) => router.routes ?? [])
    .filter(({ path }) => KINDS.test(path));
  return ofTypes.map(({ method, path }) => [
    `${method} /content-manager${path}`,
    withMiddlewares(forFittingTypes(strapi, path), withoutKeys),
  ]);
}

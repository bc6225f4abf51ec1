import type { Core } from '@strapi/strapi';

interface ContentType {
  readonly pluginOptions?: { readonly feed?: unknown; readonly directory?: unknown };
}

/** The content types that are listings: those whose schema opts in by `pluginOptions.feed` or `.directory`. */
export function listingTypes(strapi: Core.Strapi): string[] {
  const types = Object.entries(strapi.contentTypes as unknown as Readonly<Record<string, ContentType>>);
  return types.flatMap(([uid, { pluginOptions }]) =>
    pluginOptions?.feed || pluginOptions?.directory ? [uid] : [],
  );
}

import { generate } from '@strapi/openapi';
import type { Core } from '@strapi/strapi';
import { publicOrigin } from '../../platform/http/public-origin';
import { derivedFields } from '../../listing/derived';
import { listingTypes } from '../../listing/listing-types';
import { CUSTOM_PATHS } from './custom-paths';
import { describedPaths } from './described-paths';
import { publicDocument, type OpenApiDocument, type PublicType } from './public-document';

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());

const publicTypes = (strapi: Core.Strapi): PublicType[] =>
  [...listingTypes(strapi).public.values()].map(({ uid, type, collection, isSingle }) => ({
    singular: type,
    plural: collection,
    schema: `Api${pascal(type)}${pascal(type)}Document`,
    isSingle,
    derived: Object.fromEntries(
      Object.entries(derivedFields(uid)).map(([name, { schema }]) => [name, schema]),
    ),
  }));

const DESCRIPTION =
  'Betriebe, Angebote, Kampagnen, Beratung und Mitteilungen einer Stadt. / A city’s businesses, offers, campaigns, advice and notices. Reading needs no account; docs/api.md explains it with examples.';

// Generating takes more than a second and routes do not change while the server runs.
const generated = new WeakMap<Core.Strapi, OpenApiDocument>();

function documentOf(strapi: Core.Strapi): OpenApiDocument {
  const known = generated.get(strapi);
  if (known) return known;
  const { document } = generate(strapi, { type: 'content-api' });
  const own = { ...CUSTOM_PATHS, ...describedPaths(strapi) };
  const made = publicDocument(document as unknown as OpenApiDocument, publicTypes(strapi), own);
  generated.set(strapi, made);
  return made;
}

/** The OpenAPI 3.1 document of what this installation offers to outsiders, created by Strapi's generator. */
export function openApiDocument(strapi: Core.Strapi, ctx: { origin: string }): OpenApiDocument {
  const { openapi, ...rest } = documentOf(strapi);
  return {
    openapi,
    info: {
      title: 'Stadtverbund',
      version: strapi.config.get<string>('info.version', '0'),
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicOrigin(strapi, ctx) }],
    ...rest,
  };
}

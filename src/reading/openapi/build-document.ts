import { generate } from '@strapi/openapi';
import type { Core, UID } from '@strapi/strapi';
import { PUBLIC_TYPES } from '../../domain/content-api-access';
import { publicOrigin } from '../../platform/http/public-origin';
import { CUSTOM_PATHS } from './custom-paths';
import { publicDocument, type OpenApiDocument, type PublicType } from './public-document';

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());

const publicTypes = (strapi: Core.Strapi): PublicType[] =>
  PUBLIC_TYPES.map((uid) => {
    const { info, kind } = strapi.contentType(uid as UID.ContentType);
    const name = pascal(info.singularName);
    return {
      singular: info.singularName,
      plural: info.pluralName,
      schema: `Api${name}${name}Document`,
      isSingle: kind === 'singleType',
    };
  });

const DESCRIPTION =
  'Betriebe, Angebote, Kampagnen, Beratung und Mitteilungen einer Stadt. / A city’s businesses, offers, campaigns, advice and notices. Reading needs no account; docs/api.md explains it with examples.';

// Generating takes more than a second and routes do not change while the server runs.
let cached: OpenApiDocument | undefined;

/** The OpenAPI 3.1 document of what this installation offers to outsiders, made by Strapi's generator. */
export function openApiDocument(strapi: Core.Strapi, ctx: { origin: string }): OpenApiDocument {
  cached ??= publicDocument(
    generate(strapi, { type: 'content-api' }).document as unknown as OpenApiDocument,
    publicTypes(strapi),
    CUSTOM_PATHS,
  );
  const { openapi, ...rest } = cached;
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

import type { Core } from '@strapi/strapi';
import { Kind, type ValueNode } from 'graphql';
import { isPublicType } from '../../listing/listing-types';
import { publicFormats } from '../public-files';
import { batchedFields } from './batching/batched-fields';
import { belongingExtension } from './belonging-extension';
import { derivedExtension } from './derived-extension';
import { graphqlExtension } from '../../platform/strapi/graphql';
import { FILE } from '../../platform/strapi/schema';

// Other types refer to them, but they have no queries. Anything neither here nor public is not a GraphQL type at all.
const UNQUERIED_TYPES: ReadonlySet<string> = new Set([
  FILE,
  'plugin::users-permissions.user',
  'plugin::users-permissions.role',
]);

const PRIVATE_FILE_FIELDS = [
  'hash',
  'previewUrl',
  'provider',
  'provider_metadata',
  'related',
  'folder',
  'folderPath',
  'createdAt',
  'updatedAt',
  'publishedAt',
];

/**
 * A locale in the text of a query, taken as one in a variable is: what it means, and whether there is one, is found out
 * for both in one place (guard-queries.ts). Strapi's own knows some tags and takes them letter by letter.
 */
const localeLiteral = (node: ValueNode): string | undefined =>
  node.kind === Kind.STRING ? node.value : undefined;

/** Shapes the GraphQL schema: read access to the public types, with the same derived fields as REST. */
export function registerGraphql(strapi: Core.Strapi): void {
  const extension = graphqlExtension(strapi);
  for (const uid of Object.keys(strapi.contentTypes)) {
    const type = extension.shadowCRUD(uid);
    type.disableMutations();
    if (isPublicType(strapi, uid)) continue;
    type.field('localizations').disable();
    if (UNQUERIED_TYPES.has(uid)) type.disableQueries();
    else type.disable();
  }
  for (const name of PRIVATE_FILE_FIELDS) extension.shadowCRUD(FILE).field(name).disable();
  extension.use({ resolversConfig: batchedFields(strapi) });
  extension.use(derivedExtension(strapi));
  extension.use(belongingExtension(strapi));
  extension.use({ resolvers: { I18NLocaleCode: { parseLiteral: localeLiteral } } });
  extension.use({ resolvers: { UploadFile: { formats: (file: Stored) => publicFormats(file.formats) } } });
}

type Stored = Readonly<Record<string, unknown>>;

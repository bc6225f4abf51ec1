import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import type { ListingTypes, Schema } from '../../src/listing/domain/listing-type';
import { readListingTypes } from '../../src/listing/domain/read-listing-types';
import type { Attributes } from '../../src/platform/strapi/schema';

const SRC = join(PROJECT_ROOT, 'src');

const read = (path: string): Omit<Schema, 'uid'> =>
  JSON.parse(readFileSync(path, 'utf8')) as Omit<Schema, 'uid'>;

/** The schemas of our content types, read from their files. */
export const contentTypeSchemas = (): Schema[] =>
  readdirSync(join(SRC, 'api')).map((name) => ({
    uid: `api::${name}.${name}`,
    ...read(join(SRC, 'api', name, 'content-types', name, 'schema.json')),
  }));

/** The attributes of a component, read from its file. */
export const attributesOfComponent = (uid: string): Attributes => {
  const [category = '', name = ''] = uid.split('.');
  return read(join(SRC, 'components', category, `${name}.json`)).attributes;
};

/** The register of our content types without a running Strapi. */
export const ourListingTypes = (): ListingTypes =>
  readListingTypes(contentTypeSchemas(), attributesOfComponent);

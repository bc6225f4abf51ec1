import type { Core } from '@strapi/strapi';
import { derivedFields } from '#src/listing/derived/index';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import { modelOf } from '#src/platform/strapi/models';
import { contentRelations, type Shape } from '#src/platform/strapi/schema';
import { labelOf } from '#src/reading/openapi/content-paths';
import {
  attributeSchemas,
  DOCUMENT_FACTS,
  schemaName,
  type Shown,
} from '#src/reading/openapi/domain/answer-schemas';
import {
  choice,
  decimal,
  described,
  documentId,
  flag,
  list,
  moment,
  nullable,
  object,
  ref,
  text,
  uri,
  whole,
  type JsonSchema,
  type JsonSchemas,
} from '#src/reading/openapi/domain/json-schema';
import { SERVICES } from '#src/languages/search-words';
import { shownNames } from '../domain/shown-entry';

const serviceNames = list(choice(SERVICES));

const isPublic = (strapi: Core.Strapi, uid: string): boolean => listingTypes(strapi).public.has(uid);

/** What a listing's own page shows: related documents with their ids. */
const onPage = (strapi: Core.Strapi): Shown => ({
  related: (target) => (isPublic(strapi, target) ? ref(schemaName(target)) : undefined),
  component: (uid) => ref(schemaName(uid)),
  file: ref('StoredFile'),
});

/** What a hit shows: related documents in short. */
const inHit = (strapi: Core.Strapi): Shown => ({
  ...onPage(strapi),
  related: (target) => (isPublic(strapi, target) ? ref(`${schemaName(target)}InHit`) : undefined),
});

const shown = (strapi: Core.Strapi, shape: Shape, how: Shown): JsonSchemas =>
  attributeSchemas(shape, how, labelOf);

const derivedSchemas = (uid: string, known?: readonly string[]): JsonSchemas =>
  Object.fromEntries(
    Object.entries(derivedFields(uid))
      .filter(([, { from }]) => !known || from.every((name) => known.includes(name)))
      .map(([name, { schema }]) => [name, schema]),
  );

const pick = (schemas: JsonSchemas, names: readonly string[]): JsonSchemas =>
  Object.fromEntries(names.flatMap((name) => (schemas[name] ? [[name, schemas[name]]] : [])));

/** What every listing has, in lists and on its page. */
const everyListing = ({ type }: DirectoryType): JsonSchemas => ({
  type: { const: type },
  slug: described('Its name in addresses: the slug, or the beginning of its documentId', text),
  url: described('Where people read it', uri),
  name: described('Its name or title', text),
  categories: list(ref('Term')),
  district: nullable(ref('Term')),
  location: nullable(ref('Point')),
  services: described('What is offered, also by what belongs to it', serviceNames),
  openNow: described('null: perhaps, or no hours are known', nullable(flag)),
  nextChange: described('When it opens or closes next', nullable(moment)),
});

/** The address of its business, for what has none itself. */
const address = (strapi: Core.Strapi, { uid, business }: DirectoryType): JsonSchemas => {
  const { attributes } = modelOf(strapi, uid);
  const owner = business === undefined ? uid : (attributes[business]?.target ?? uid);
  return pick(shown(strapi, modelOf(strapi, owner), onPage(strapi)), ['address']);
};

function hitSchema(strapi: Core.Strapi, type: DirectoryType): JsonSchema {
  const { uid, directory, business } = type;
  const every = {
    documentId,
    ...everyListing(type),
    distance: described('Metres from `near`', nullable(decimal)),
    excerpt: nullable(ref('Excerpt')),
    highlights: object({ name: ref('Highlights') }),
  };
  return object(
    {
      ...every,
      ...shownNames(pick(shown(strapi, modelOf(strapi, uid), inHit(strapi)), directory.show)),
      ...address(strapi, type),
      ...(business ? { [business]: object({ name: text, slug: text }) } : {}),
      ...derivedSchemas(uid, directory.show),
    },
    Object.keys(every),
  );
}

/** Offers and the like on the page of their business. */
const childSchema = (strapi: Core.Strapi, { uid, type, business = '' }: DirectoryType): JsonSchema => {
  const { [business]: _parent, ...own } = shown(strapi, modelOf(strapi, uid), onPage(strapi));
  const address = { type: { const: type }, slug: text, url: uri, name: text };
  return object({ ...address, ...DOCUMENT_FACTS, ...shownNames(own), ...derivedSchemas(uid) }, [
    ...Object.keys(address),
    'documentId',
  ]);
};

const childTypes = (strapi: Core.Strapi): DirectoryType[] =>
  [...listingTypes(strapi).directory.values()].filter(({ business }) => business !== undefined);

const childName = ({ uid }: DirectoryType): string => `${schemaName(uid)}OfListing`;

function pageSchema(strapi: Core.Strapi, type: DirectoryType): JsonSchema {
  const every = {
    ...everyListing(type),
    open: described('By service', list(ref('OpenState'))),
  };
  const attributes = shownNames(shown(strapi, modelOf(strapi, type.uid), onPage(strapi)));
  const children = type.isBusiness
    ? Object.fromEntries(childTypes(strapi).map((child) => [child.collection, list(ref(childName(child)))]))
    : {};
  return object(
    {
      ...DOCUMENT_FACTS,
      ...attributes,
      ...address(strapi, type),
      ...every,
      ...derivedSchemas(type.uid),
      ...children,
    },
    ['documentId', ...Object.keys(every), ...Object.keys(children)],
  );
}

/** Related documents that hits show. */
function inHits(strapi: Core.Strapi, types: readonly DirectoryType[]): JsonSchemas {
  const targets = types.flatMap(({ uid, directory }) =>
    contentRelations(modelOf(strapi, uid)).flatMap(([name, { target = '' }]) =>
      directory.show.includes(name) && isPublic(strapi, target) ? [target] : [],
    ),
  );
  return Object.fromEntries(
    [...new Set(targets)].map((target) => {
      const inShort = { ...inHit(strapi), related: () => undefined };
      return [`${schemaName(target)}InHit`, object(shown(strapi, modelOf(strapi, target), inShort), [])];
    }),
  );
}

/** One of the types, told apart by `type`. */
const anyOf = (types: readonly DirectoryType[], suffix: string): JsonSchema => ({
  oneOf: types.map(({ uid }) => ref(`${schemaName(uid)}${suffix}`)),
  discriminator: {
    propertyName: 'type',
    mapping: Object.fromEntries(
      types.map(({ uid, type }) => [type, `#/components/schemas/${schemaName(uid)}${suffix}`]),
    ),
  },
});

const PARTS: JsonSchemas = {
  Term: object({ slug: text, name: text }),
  Point: object({
    latitude: described('WGS 84, degrees', decimal),
    longitude: described('WGS 84, degrees', decimal),
  }),
  Highlights: described(
    'Where the words are found: from the first up to the second, which is not in it (UTF-16 units)',
    list({ type: 'array', minItems: 2, maxItems: 2, items: whole }),
  ),
  Excerpt: object({ text: described('Plain text', text), highlights: ref('Highlights') }),
  OpenState: object({
    service: choice(SERVICES),
    openNow: nullable(flag),
    nextChange: nullable(moment),
  }),
};

/** The schemas of hits and pages of every type in the directory. */
export function listingSchemas(strapi: Core.Strapi): JsonSchemas {
  const types = [...listingTypes(strapi).directory.values()];
  return {
    ...PARTS,
    ...Object.fromEntries(types.map((type) => [`${schemaName(type.uid)}Hit`, hitSchema(strapi, type)])),
    ...Object.fromEntries(types.map((type) => [`${schemaName(type.uid)}Listing`, pageSchema(strapi, type)])),
    ...Object.fromEntries(childTypes(strapi).map((type) => [childName(type), childSchema(strapi, type)])),
    ...inHits(strapi, types),
    Hit: anyOf(types, 'Hit'),
    Listing: anyOf(types, 'Listing'),
  };
}

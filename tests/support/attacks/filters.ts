import fc from 'fast-check';
import { ourListingTypes } from '../listing-types';
import { startedApp } from '../started-app';
import type { HostileRequest } from './hostile-request';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}

interface Model {
  uid: string;
  kind?: string;
  info: { pluralName?: string; singularName?: string };
  attributes: Readonly<Record<string, Attribute>>;
}

const modelOf = (uid: string): Model | undefined =>
  startedApp().strapi.getModel(uid as 'api::business.business');

const targetOf = ({ type, target, component }: Attribute): string | undefined =>
  type === 'media' ? 'plugin::upload.file' : (component ?? target);

const OPERATORS = [
  '$eq', '$eqi', '$ne', '$in', '$notIn', '$lt', '$gte', '$between', '$contains', '$notContains', '$containsi',
  '$startsWith', '$endsWithi', '$null', '$notNull',
] as const; // prettier-ignore

type Query = Readonly<Record<string, unknown>>;

const VALUES = fc.oneof(
  fc.constantFrom('a', '', '5', '-1', 'true', '2026-01-01', '%', '\\', "'", '1e309', '99999999999999999999'),
  fc.array(fc.constantFrom('a', 'b', '7'), { maxLength: 60 }),
);

const scalar = fc
  .tuple(fc.constantFrom(...OPERATORS), VALUES)
  .map(([operator, value]) => ({ [operator]: value }));

/** A condition of this type, through its relations and components. */
function condition(uid: string, depth: number): fc.Arbitrary<Query> {
  const model = modelOf(uid);
  const names = Object.keys(model?.attributes ?? {});
  if (!model || names.length === 0) return fc.constant({ id: '1' });
  const one = fc.constantFrom(...names).chain((name) => {
    const target = targetOf(model.attributes[name] as Attribute);
    const inner = target === undefined || depth === 0 ? scalar : condition(target, depth - 1);
    return inner.map((value) => ({ [name]: value }));
  });
  if (depth === 0) return one;
  const group = fc
    .tuple(fc.constantFrom('$and', '$or'), fc.array(one, { minLength: 1, maxLength: 12 }))
    .map(([operator, parts]): Query => ({ [operator]: parts }));
  const same = fc
    .tuple(fc.constantFrom('$and', '$or'), one, fc.integer({ min: 2, max: 25 }))
    .map(([operator, part, count]): Query => ({ [operator]: Array<Query>(count).fill(part) }));
  const negated = fc.oneof(one, group).map((part): Query => ({ $not: part }));
  return fc.oneof(one, group, same, negated);
}

/** Names joined as in sorting and population. */
function path(uid: string, depth: number): fc.Arbitrary<string> {
  const model = modelOf(uid);
  const names = Object.keys(model?.attributes ?? {});
  if (!model || names.length === 0) return fc.constant('id');
  return fc.constantFrom(...names).chain((name) => {
    const target = targetOf(model.attributes[name] as Attribute);
    if (target === undefined || depth === 0) return fc.constant(name);
    return path(target, depth - 1).map((rest) => `${name}.${rest}`);
  });
}

function population(uid: string, depth: number): fc.Arbitrary<unknown> {
  const model = modelOf(uid);
  const names = Object.keys(model?.attributes ?? {}).filter((name) =>
    targetOf(model?.attributes[name] as Attribute),
  );
  if (names.length === 0) return fc.constant('*');
  const options = fc.constantFrom(...names).chain((name) => {
    const target = targetOf(model?.attributes[name] as Attribute) ?? '';
    return fc
      .record(
        {
          filters: condition(target, 1),
          sort: path(target, 1),
          populate: depth === 0 ? fc.constant('*') : population(target, depth - 1),
        },
        { requiredKeys: [] },
      )
      .map((inner) => ({ [name]: inner }));
  });
  return fc.oneof(fc.constant('*'), path(uid, 6), options);
}

const query = (uid: string): fc.Arbitrary<Query> =>
  fc.record(
    {
      filters: condition(uid, 4),
      sort: fc.array(path(uid, 3), { minLength: 1, maxLength: 6 }),
      populate: population(uid, 4),
      _q: fc.constantFrom('a', '%', 'brot', '5', '_'),
      'pagination[pageSize]': fc.constantFrom('1', '100', '-1'),
      locale: fc.constantFrom('de', 'en', '*'),
    },
    { requiredKeys: [] },
  );

/** `filters[a][b]=c`, as Strapi's qs reads it. */
function written(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((part, at) => written(part, `${name}[${at}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) =>
      written(part, name === '' ? key : `${name}[${key}]`),
    );
  return [`${name}=${encodeURIComponent(String(value))}`];
}

/** A query string. */
export const queryString = (parameters: Query): string => written(parameters, '').join('&');

const LONGEST_ADDRESS = 8_000;

const reading = (address: string, headers: Record<string, string> = {}): HostileRequest => ({
  what: `GET ${address.slice(0, 600)}`,
  method: 'GET',
  // Even if it is cut within a value or name, it is a request.
  path: address.slice(0, LONGEST_ADDRESS),
  headers,
});

const PUBLIC_TYPES = [...ourListingTypes().public.keys()];

const collections = (): Model[] =>
  PUBLIC_TYPES.map((uid) => modelOf(uid)).filter((model): model is Model => model?.kind === 'collectionType');

/** Requests for lists of the public types, with filters, sorting and population of any shape the schema allows. */
export const restQueries = (): fc.Arbitrary<HostileRequest> =>
  fc
    .constantFrom(...collections())
    .chain(({ uid, info }) =>
      query(uid).map((parameters) => reading(`/api/${info.pluralName ?? ''}?${queryString(parameters)}`)),
    );

/** `$and` is `and` in GraphQL. */
const inGraphql = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inGraphql);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.replace('$', ''), inGraphql(part)]),
  );
};

const inputName = ({ info }: Model): string =>
  `${(info.singularName ?? '').replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase())}FiltersInput`;

const fieldName = (plural: string): string =>
  plural.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** The same conditions by GraphQL, in lists and their counts. */
export const graphqlFilters = (): fc.Arbitrary<HostileRequest> =>
  fc.constantFrom(...collections()).chain((model) =>
    condition(model.uid, 4).map((filters) => {
      const list = fieldName(model.info.pluralName ?? '');
      const text = `query($f: ${inputName(model)}) { ${list}_connection(filters: $f) { pageInfo { total } nodes { documentId } } ${list}(filters: $f) { documentId } }`;
      const body = JSON.stringify({ query: text, variables: { f: inGraphql(filters) } });
      return {
        what: `GraphQL ${body.slice(0, 600)}`,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body,
      };
    }),
  );

/** What an editor can ask of lists and relations of the panel. */
export function panelQueries(token: string): fc.Arbitrary<HostileRequest> {
  const headers = { authorization: `Bearer ${token}` };
  const lists = fc
    .constantFrom(...PUBLIC_TYPES, 'api::membership.membership')
    .chain((uid) =>
      query(uid).map((parameters) =>
        reading(`/content-manager/collection-types/${uid}?${queryString(parameters)}`, headers),
      ),
    );
  const relations = fc
    .constantFrom(...collections())
    .chain(({ uid, attributes }) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(attributes)), query(uid))
        .map(([name, parameters]) =>
          reading(`/content-manager/relations/${uid}/${name}?${queryString(parameters)}`, headers),
        ),
    );
  const files = query('plugin::upload.file').map((parameters) =>
    reading(`/upload/files?${queryString(parameters)}`, headers),
  );
  return fc.oneof(lists, relations, files);
}

import type { Core } from '@strapi/strapi';
import { publicOrigin } from '../../platform/http/public-origin';
import { descriptions, type Description, type ParameterExamples } from './described-paths';
import { COMMON_SCHEMAS } from './domain/common-schemas';
import type { JsonSchemas } from './domain/json-schema';
import { HEADERS, REFUSED_RESPONSES, SECURITY_SCHEMES, type Paths } from './domain/operation';

/** The document without what depends on the request. */
export interface ApiDescription {
  readonly openapi: string;
  readonly info: object;
  readonly tags: Description['tags'];
  readonly paths: Paths;
  readonly components: {
    readonly schemas: JsonSchemas;
    readonly responses: JsonSchemas;
    readonly headers: JsonSchemas;
    readonly securitySchemes: JsonSchemas;
  };
}

export interface OpenApiDocument extends ApiDescription {
  readonly servers: readonly { readonly url: string }[];
}

const DESCRIPTION =
  'Betriebe, Angebote, Kampagnen, Beratung und Mitteilungen einer Stadt. / A city’s businesses, offers, campaigns, advice and notices. Reading needs no account. docs/api.md explains the API with examples, docs/directory.md the search, the map and the lists, docs/feed.md what portals take.';

// `/docs` shows them in this order: first what every website reads.
const FIRST = ['directory', 'content', 'press', 'graphql', 'preview'];

const rank = ({ name }: Description['tags'][number]): number =>
  FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;

interface Known {
  readonly document: ApiDescription;
  readonly parts: readonly Description[];
}

// Types and routes do not change while the server runs.
const known = new WeakMap<Core.Strapi, Known>();

/** @throws if two parts describe different things under one name */
function together<Value>(parts: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> {
  const all: Record<string, Value> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(all, name)) throw new Error(`OpenAPI: "${name}" is described twice.`);
    all[name] = value;
  }
  return all;
}

function knownOf(strapi: Core.Strapi): Known {
  const found = known.get(strapi);
  if (found) return found;
  const parts = descriptions(strapi);
  const document: ApiDescription = {
    openapi: '3.1.0',
    info: {
      title: 'Stadtverbund',
      version: strapi.config.get<string>('info.version', '0'),
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: [...new Map(parts.flatMap(({ tags }) => tags).map((tag) => [tag.name, tag])).values()].sort(
      (one, other) => rank(one) - rank(other),
    ),
    paths: together(parts.map(({ paths }) => paths)),
    components: {
      schemas: together([COMMON_SCHEMAS, ...parts.map(({ schemas = {} }) => schemas)]),
      responses: REFUSED_RESPONSES,
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
  known.set(strapi, { document, parts });
  return { document, parts };
}

/**
 * What this installation offers to outsiders, before it is asked for.
 * @public for the tests, which load it compiled
 */
export const apiDescription = (strapi: Core.Strapi): ApiDescription => knownOf(strapi).document;

/** The same paths with these values as examples of their parameters. */
const withExamples = (paths: Paths, examples: ParameterExamples): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => {
      const values = examples[path];
      if (!values) return [path, operations];
      const filled = Object.entries(operations).map(([method, operation]) => [
        method,
        {
          ...operation,
          parameters: operation.parameters?.map((parameter) =>
            Object.hasOwn(values, parameter.name)
              ? { ...parameter, example: values[parameter.name] }
              : parameter,
          ),
        },
      ]);
      return [path, Object.fromEntries(filled) as Paths[string]];
    }),
  );

/** The OpenAPI 3.1 document of what this installation offers to outsiders, with examples from what is public. */
export async function openApiDocument(
  strapi: Core.Strapi,
  ctx: { origin: string },
): Promise<OpenApiDocument> {
  const { document, parts } = knownOf(strapi);
  const { openapi, info, paths, ...rest } = document;
  const examples = await Promise.all(parts.flatMap(({ examples: found }) => (found ? [found()] : [])));
  return {
    openapi,
    info,
    servers: [{ url: publicOrigin(strapi, ctx) }],
    ...rest,
    paths: withExamples(paths, together(examples)),
  };
}

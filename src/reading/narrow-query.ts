import { refused } from '../platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { publicFilters } from '../domain/public-rule';
import { isPublicType, publicRule } from '../listing/listing-types';
import { helperFields } from './derived-fields';
import { storedValues } from './domain/enum-values';
import { modelOf } from '../platform/strapi/models';
import {
  attributesOfType,
  FILE,
  isEntry,
  typeIn,
  type Attribute,
  type Model,
} from '../platform/strapi/schema';

type Node = Record<string, unknown>;

const targetOf = (attribute: Attribute | undefined): string | undefined => attribute && typeIn(attribute);

/** The relation to the same document in other languages; published and draft rows alike belong to it. */
const LOCALIZATIONS = 'localizations';

/** The files of a component come with it, unless something else is asked for: a picture is nothing without its file. */
const filesIn = (attribute: Attribute | undefined, model: Model): Node | undefined =>
  attribute?.type === 'component'
    ? Object.fromEntries(attributesOfType(model, 'media').map(([file]) => [file, true]))
    : undefined;

/** The population that is asked for; a path such as `logo` has an empty one. */
const namedIn = ({ populate }: Node): unknown =>
  isEntry(populate) && Object.keys(populate).length === 0 ? undefined : populate;

/** The requested fields and those needed to build the answer; `undefined` if no fields were requested. */
const withHelperFields = (fields: unknown, uid: string): string[] | undefined => {
  if (fields == null) return undefined;
  const named = (Array.isArray(fields) ? fields : [fields]).flatMap((part) => String(part).split(','));
  return [...new Set([...named.map((name) => name.trim()), ...helperFields(uid)])];
};

/**
 * Adds the rule for what is public (`isPublicAt`) to a query that Strapi has validated and sanitized: at its root and
 * wherever it filters by or populates a relation.
 */
export class QueryNarrowing {
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly now: Date,
    private readonly timeZone: string,
  ) {}

  /** The same query, restricted to what is public of `uid`. */
  narrow(query: Node, uid: string): Node {
    const filters = this.joined(uid, this.filters(query.filters || undefined, this.model(uid)));
    const populate = this.populate(query.populate, this.model(uid));
    const fields = withHelperFields(query.fields, uid);
    return {
      ...query,
      ...(fields === undefined ? {} : { fields }),
      ...(filters === undefined ? {} : { filters }),
      ...(populate === undefined ? {} : { populate }),
    };
  }

  private model(uid: string): Model {
    return modelOf(this.strapi, uid);
  }

  /** The caller's filters and ours. */
  private joined(uid: string, filters: unknown): unknown {
    const rule = publicFilters(publicRule(this.strapi, uid), this.now, this.timeZone);
    // Nobody outside reads a type that is not public (guard-documents.ts).
    const isTrivial = rule === null || (Array.isArray(rule.$and) && rule.$and.length === 0);
    if (isTrivial) return filters;
    return filters === undefined ? rule : { $and: [filters, rule] };
  }

  private filters(filters: unknown, model: Model): unknown {
    if (Array.isArray(filters)) return filters.map((filter) => this.filters(filter, model));
    if (!isEntry(filters)) return filters;
    return Object.fromEntries(
      Object.entries(filters).map(([key, value]) => [key, this.filterOn(key, value, model)]),
    );
  }

  private filterOn(key: string, value: unknown, model: Model): unknown {
    if (['$and', '$or', '$not'].includes(key)) return this.filters(value, model);
    const attribute = model.attributes[key];
    const target = targetOf(attribute);
    if (attribute?.type === 'enumeration') return storedValues(attribute, value);
    // `{ $null: true }` and the like ask whether there is a link at all.
    const asksForLink = !isEntry(value) || Object.keys(value).every((name) => name.startsWith('$'));
    if (target === undefined || (asksForLink && attribute?.type === 'relation')) return value;
    const inner = this.filters(value, this.model(target));
    return attribute?.type === 'relation' ? this.joined(target, inner) : inner;
  }

  private populate(populate: unknown, model: Model): Node | undefined {
    if (populate === undefined || populate === null || populate === '') return undefined;
    const wanted = this.wanted(populate, model);
    return Object.fromEntries(
      Object.entries(wanted)
        .filter(([key]) => this.isPopulatable(model.attributes[key]))
        .map(([key, options]) => [key, this.options(key, model, options)]),
    );
  }

  /** A population in any notation, as attribute names with options. */
  private wanted(populate: unknown, model: Model): Node {
    if (populate === '*' || populate === true) return this.everything(model);
    if (typeof populate === 'string') return this.fromPaths(populate.split(','));
    if (Array.isArray(populate)) return this.fromPaths(populate.flatMap((part) => String(part).split(',')));
    if (isEntry(populate)) return populate;
    throw refused('populate-shape', ['populate']);
  }

  /** What `*` means. The same document in other languages is only for who asks for it. */
  private everything({ attributes }: Model): Node {
    return Object.fromEntries(
      Object.entries(attributes)
        .filter(([name, attribute]) => name !== LOCALIZATIONS && this.isPopulatable(attribute))
        .map(([name]) => [name, true]),
    );
  }

  /**
   * The same query with names instead of `*`, at any depth: Strapi's sanitizer, which comes next, would put the other
   * languages among them.
   */
  named(query: Node, uid: string): Node {
    const model = this.model(uid);
    if (query.populate === '*') return { ...query, populate: this.everything(model) };
    if (!isEntry(query.populate)) return query;
    const populate = Object.entries(query.populate).map(([name, options]): [string, unknown] => {
      const target = targetOf(model.attributes[name]);
      return [name, isEntry(options) && target !== undefined ? this.named(options, target) : options];
    });
    return { ...query, populate: Object.fromEntries(populate) };
  }

  private fromPaths(paths: string[]): Node {
    const root: Node = {};
    for (const path of paths.map((part) => part.trim()).filter(Boolean)) {
      let level = root;
      for (const name of path.split('.')) {
        const options = isEntry(level[name]) ? level[name] : {};
        const nested = isEntry(options.populate) ? options.populate : {};
        level[name] = { ...options, populate: nested };
        level = nested;
      }
    }
    return root;
  }

  private isPopulatable(attribute: Attribute | undefined): boolean {
    if (!attribute || attribute.private) return false;
    if (attribute.type === 'component' || attribute.type === 'media') return true;
    return attribute.type === 'relation' && isPublicType(this.strapi, attribute.target ?? '');
  }

  private options(name: string, { attributes }: Model, options: unknown): unknown {
    const attribute = attributes[name];
    const target = targetOf(attribute);
    if (target === undefined || options === false || options === 'false') return false;
    const given: Node = isEntry(options) ? options : {};
    const model = this.model(target);
    const filters = this.filters(given.filters, model);
    const joined = attribute?.type === 'relation' ? this.joined(target, filters) : filters;
    // A file's own relations (where it is used, its folder) are not shown.
    const populate =
      target === FILE ? undefined : this.populate(namedIn(given) ?? filesIn(attribute, model), model);
    const result: Node = {};
    if (given.fields !== undefined) result.fields = given.fields;
    if (given.sort !== undefined) result.sort = given.sort;
    else if (name === LOCALIZATIONS) result.sort = 'locale:asc';
    if (joined !== undefined) result.filters = joined;
    if (populate !== undefined && Object.keys(populate).length > 0) result.populate = populate;
    return Object.keys(result).length > 0 ? result : true;
  }
}

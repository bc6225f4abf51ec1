import { refusedName, refusedQuery } from './refused-query';
import type { Core } from '@strapi/strapi';
import { contentLocales, localeAsked, type ContentLocales } from '../platform/strapi/content-locales';
import { cityTimeZone } from '../city/known-city';
import { wrapQueries, type ContentApiQuery } from '../platform/strapi/patches';
import { isPublicType } from '../listing/listing-types';
import { modelGetter, modelOf } from '../platform/strapi/models';
import { derivedNames, withoutDerived } from './derived-fields';
import { inspectQuery } from './domain/query-shape';
import { unknownName } from './domain/unknown-name';
import { workOf, workRefusal, type QueryWork } from './domain/query-work';
import { QueryNarrowing } from './narrow-query';
import { isOutsideRequest } from './outside-request';
import { storedAttributes } from './split-conditions';

/**
 * Applies the rules for reading from outside where every query passes: REST controllers, GraphQL queries, relations and
 * counts all call these two functions of Strapi's content API.
 */
export function guardQueries(strapi: Core.Strapi): void {
  wrapQueries(strapi, {
    validate: (next) => async (query, model, options) => {
      if (isOutsideRequest(strapi)) {
        const locales = await contentLocales(strapi);
        assertShape(query, options, locales);
        if (isOverRest(options)) assertNames(strapi, query, model.uid);
        assertWork(strapi, query, model.uid);
      }
      return next(withoutDerived(query, model.uid), model, options);
    },
    sanitize: (next) => async (query, model, options) => {
      if (!isOutsideRequest(strapi)) return next(query, model, options);
      const narrowing = new QueryNarrowing(strapi, new Date(), await cityTimeZone(strapi));
      const sanitized = await next(
        narrowing.named(withoutDerived(query, model.uid), model.uid),
        model,
        options,
      );
      const narrowed = narrowing.narrow(sanitized, model.uid);
      // All later code sees `en` for `en-GB`.
      if (narrowed.locale) narrowed.locale = localeAsked(narrowed.locale, await contentLocales(strapi));
      return narrowed;
    },
  });
}

// GraphQL's queries belong to no route of REST.
const isOverRest = (options: unknown): boolean => (options as { route?: unknown } | undefined)?.route != null;

function assertShape(query: ContentApiQuery, options: unknown, locales: ContentLocales): void {
  const decision = inspectQuery(query, isOverRest(options) ? 'rest' : 'graphql');
  if (!decision.ok) throw refusedQuery(decision.reason, decision.param, decision.found, locales.codes);
  localeAsked(query.locale, locales);
}

function assertNames(strapi: Core.Strapi, query: ContentApiQuery, uid: string): void {
  const found = unknownName(query, modelOf(strapi, uid), {
    schemaOf: modelGetter(strapi),
    isPublic: (target) => isPublicType(strapi, target),
    derived: derivedNames,
  });
  if (found) throw refusedName(found);
}

const NONE: QueryWork = { lists: 0, relations: 0, sortLists: 0 };

/** The work of all queries in one request: GraphQL has several, and checks some of them twice. */
interface Asked {
  readonly queries: Set<string>;
  work: QueryWork;
}

const askedBy = new WeakMap<object, Asked>();

function assertWork(strapi: Core.Strapi, query: ContentApiQuery, uid: string): void {
  const work = workOf(query, uid, storedAttributes(strapi));
  const ctx = strapi.requestContext.get();
  const asked: Asked = (ctx && askedBy.get(ctx)) ?? { queries: new Set(), work: NONE };
  const key = JSON.stringify([uid, query.filters, query.populate]);
  if (!asked.queries.has(key)) asked.work = sumOf(asked.work, work);
  asked.queries.add(key);
  if (ctx) askedBy.set(ctx, asked);
  const reason = workRefusal({ ...asked.work, sortLists: work.sortLists });
  if (reason) throw refusedQuery(reason, reason === 'sort-lists' ? 'sort' : 'filters');
}

const sumOf = (one: QueryWork, other: QueryWork): QueryWork => ({
  lists: one.lists + other.lists,
  relations: one.relations + other.relations,
  sortLists: 0,
});

import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { VersionedCache } from '../platform/version';
import type { Step } from '../writing/step';
import { isPublicType } from '../listing/listing-types';
import { isOutsideRequest } from './outside-request';

type SortNode = { [name: string]: string | SortNode };
type Sort = string | SortNode | (string | SortNode)[];

interface ListParameters {
  sort?: Sort;
  filters?: unknown;
  _q?: unknown;
  locale?: unknown;
  status?: unknown;
}

// Strapi sorts by `id`, which changes with every publish, so a document would jump to the last page.
const STABLE = 'documentId:asc';

// Each site uses a handful of filters.
const MAX_COUNTS = 2_000;

/** `{ district: { name: 'asc' } }` as `district.name:asc`, since Strapi does not accept a list with both forms. */
const pathsOf = (node: SortNode, above = ''): string[] =>
  Object.entries(node).flatMap(([name, order]) =>
    typeof order === 'string' ? [`${above}${name}:${order}`] : pathsOf(order, `${above}${name}.`),
  );

const partsOf = (sort: Sort | null | undefined): string[] => {
  if (sort == null || sort === '') return [];
  if (Array.isArray(sort)) return sort.flatMap(partsOf);
  return typeof sort === 'string' ? sort.split(',').map((part) => part.trim()) : pathsOf(sort);
};

/** The requested order, with the document's own key for ties, so that pages neither repeat nor skip. */
export function stableSort(sort: Sort | null | undefined): string[] {
  const parts = partsOf(sort);
  return parts.some((part) => /^documentId(:|$)/.test(part)) ? parts : [...parts, STABLE];
}

// Hashed, since filters may be as long as a body.
const countKey = (uid: string, { filters, _q, locale, status }: ListParameters): string =>
  createHash('sha1')
    .update(JSON.stringify([uid, locale, status, _q, filters]))
    .digest('base64');

/**
 * Lists of REST and GraphQL keep their order across publishes, and their total is counted once while nothing changes,
 * since the count takes as long as the page.
 */
export function oneOrder(strapi: Core.Strapi): Step {
  const counts = new VersionedCache<unknown>(strapi, MAX_COUNTS);
  return {
    name: 'one-order',
    appliesTo: (_strapi, { uid, action }) =>
      (action === 'findMany' || action === 'count') && isPublicType(strapi, uid),
    around(_strapi, { uid, action, params }, next) {
      if (!isOutsideRequest(strapi)) return next();
      const list = params as ListParameters;
      if (action === 'count') return counts.of(countKey(uid, list), next);
      list.sort = stableSort(list.sort);
      return next();
    },
  };
}

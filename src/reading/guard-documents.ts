import { refused } from '../platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import type { DocumentCall, Next, Step } from '../writing/step';
import { isPublicType, listingTypes } from '../listing/listing-types';
import { isOutsideRequest } from './outside-request';
import { documentsOf } from '../platform/strapi/documents';
import { defaultLocale } from '../platform/strapi/locales';

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/**
 * The second line behind `guard-queries.ts`: a request from outside never reads anything but the published version of a
 * public type. It also answers in the default locale if a single document is requested in a locale it lacks.
 */
export const publishedOnly: Step = {
  name: 'published-only',
  appliesTo: (_strapi, { action }) => READS.has(action),
  around: (strapi, call, next) => (isOutsideRequest(strapi) ? readPublished(strapi, call, next) : next()),
};

async function readPublished(strapi: Core.Strapi, call: DocumentCall, next: Next): Promise<unknown> {
  if (!isPublicType(strapi, call.uid)) throw refused('not-found');
  const { params } = call;
  if (params.status !== 'published')
    throw refused('drafts', ['status'], {}, { field: 'status', status: 403 });
  const found = await next();
  if (found != null || !isAboutOne(strapi, call.uid, call.action)) return found;
  return inDefaultLocale(strapi, call.uid, call.action, params);
}

const isAboutOne = (strapi: Core.Strapi, uid: string, action: string): boolean =>
  action === 'findOne' || (action === 'findFirst' && listingTypes(strapi).public.get(uid)?.isSingle === true);

/** A separate second read, since a middleware may continue only once. */
async function inDefaultLocale(
  strapi: Core.Strapi,
  uid: string,
  action: string,
  params: DocumentCall['params'],
): Promise<unknown> {
  const locale = await defaultLocale(strapi);
  if (params.locale === undefined || params.locale === locale) return null;
  const documents = documentsOf(strapi, uid);
  const { documentId } = params;
  if (action !== 'findOne') return documents.findFirst({ ...params, locale });
  return documentId === undefined ? null : documents.findOne({ ...params, documentId, locale });
}

import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isOutsideRequest, isPublicUid } from './outside-request';

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);
const SINGLE_TYPE = 'api::city-profile.city-profile';

interface Reading {
  status?: string;
  locale?: string;
}

/**
 * The second line behind `guard-queries.ts`: a request from outside never reads anything but the published version,
 * and never writes. It also answers in the default locale where one document is asked for in a locale it lacks.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    // Not async up to here: other middlewares open their transaction before anything is awaited.
    if (!isPublicUid(context.uid) || !isOutsideRequest(strapi)) return next();
    return readPublished(strapi, context, next) as ReturnType<typeof next>;
  });
}

interface Call {
  uid: string;
  action: string;
  params: unknown;
}

async function readPublished(
  strapi: Core.Strapi,
  context: Call,
  next: () => Promise<unknown>,
): Promise<unknown> {
  if (!READS.has(context.action))
    throw new errors.ForbiddenError('Content cannot be changed from outside. Sign in to the admin panel.');
  const params = context.params as Reading;
  if (params.status !== 'published')
    throw new errors.ForbiddenError('Only what is published can be read from outside.');
  const found = await next();
  if (found != null || !isAboutOne(context.uid, context.action)) return found;
  return inDefaultLocale(strapi, context.uid, context.action, params);
}

const isAboutOne = (uid: string, action: string): boolean =>
  action === 'findOne' || (action === 'findFirst' && uid === SINGLE_TYPE);

/** A second read of its own: a middleware continues once. */
async function inDefaultLocale(
  strapi: Core.Strapi,
  uid: string,
  action: string,
  params: Reading,
): Promise<unknown> {
  const locale = await defaultLocale(strapi);
  if (params.locale === undefined || params.locale === locale) return null;
  const documents = strapi.documents(uid as 'api::business.business');
  const again = { ...params, locale } as never;
  return action === 'findOne' ? documents.findOne(again) : documents.findFirst(again);
}

/** The locale that everything exists in. */
export const defaultLocale = (strapi: Core.Strapi): Promise<string> =>
  (strapi.plugin('i18n').service('locales') as unknown as Locales).getDefaultLocale();

interface Locales {
  getDefaultLocale(): Promise<string>;
}

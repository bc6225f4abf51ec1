import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, spoken, type Language } from '#src/languages/language';
import { VersionedCache } from '#src/platform/version/index';
import type { Entry } from './listing/read-facts';

const ORGANISATION = 'api::organisation.organisation';

type Row = Entry & { readonly documentId: string; readonly locale: string };

// Kept by instance: tests boot several in one process.
const known = new WeakMap<Core.Strapi, VersionedCache<readonly Row[]>>();

const read = async (strapi: Core.Strapi): Promise<readonly Row[]> =>
  (await strapi.db.query(ORGANISATION).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ['documentId', 'locale', 'name', 'kind', 'partner'],
    populate: {
      logo: { populate: { image: true } },
      address: true,
      // Its address for e-mail is not public.
      contact: { select: ['id', 'phone', 'website'] },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })) as Row[];

/** The organisations that the public sees, each in the reader's language if it has it. */
export async function organisations(strapi: Core.Strapi, language: Language): Promise<readonly Entry[]> {
  const kept = known.get(strapi) ?? new VersionedCache<readonly Row[]>(strapi, 1);
  known.set(strapi, kept);
  const rows = await kept.of('', () => read(strapi));
  const rank = ({ locale }: Row): number =>
    spoken(locale) === language ? 0 : spoken(locale) === DEFAULT_LANGUAGE ? 1 : 2;
  const best = new Map<string, Row>();
  for (const row of rows) {
    const other = best.get(row.documentId);
    if (!other || rank(row) < rank(other)) best.set(row.documentId, row);
  }
  return [...best.values()];
}

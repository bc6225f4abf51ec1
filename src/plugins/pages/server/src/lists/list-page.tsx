import { cityTimeZone } from '#src/city/known-city';
import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import type { Asked, Moved, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { Refusal } from '#src/platform/refusals/refusal';
import { searchShown, sortOfList } from '#src/plugins/directory/server/src/contract';
import { SearchForm } from '../search/search-form';
import { Hits } from './hit-card';

/** The name of the page with all listings of a type, for links to it. */
export const listPageName = (type: string): string => `listings-${type}`;

/** How many listings of a type are called. */
export const titleOf = ({ type, collection }: DirectoryType, language: Language): string =>
  CATALOGUES[language].cityPages.types[type]?.title ?? collection;

const FEEDS: Readonly<Record<string, string>> = { 'press-notice': '/api/press-notices/feed.rss' };

async function show(asked: Asked, type: DirectoryType): Promise<PageView | Moved> {
  const { strapi, language, query } = asked;
  const words = CATALOGUES[language].cityPages;
  const path = pageAddress(strapi, listPageName(type.type), language);
  const cursor = query.get('cursor');
  const parameters = new URLSearchParams({
    type: type.type,
    sort: sortOfList(type),
    ...(cursor ? { cursor } : {}),
  });
  const found = await searchShown(strapi, parameters, language, new Date()).catch((error: unknown) => {
    // A page of another list, or a made-up one: the list begins at its beginning.
    if (cursor && error instanceof Refusal && error.status === 400) return undefined;
    throw error;
  });
  if (!found) return { movedTo: path };
  const { nextCursor } = found.meta.pagination;
  const lead = words.types[type.type]?.lead;
  const feed = FEEDS[type.type];
  return {
    title: titleOf(type, language),
    ...(lead === undefined ? {} : { lead, description: lead }),
    search: cursor ? `?cursor=${encodeURIComponent(cursor)}` : '',
    searchElsewhere: '',
    unlisted: cursor !== null,
    expiresAt: found.expiresAt,
    body: (
      <>
        <SearchForm
          language={language}
          action={pageAddress(strapi, 'search', language)}
          hasPlaces={type.directory.hours !== undefined || type.business !== undefined}
          kept={[['type', type.type]]}
        />
        {found.hits.length === 0 && <p>{words.list.nothing}</p>}
        <Hits
          heading="h2"
          hits={found.hits}
          reader={{ strapi, language, timeZone: await cityTimeZone(strapi) }}
        />
        {(cursor !== null || nextCursor !== null) && (
          <nav className="paging" aria-label={words.search.pages}>
            {cursor && <a href={path}>{words.search.first}</a>}
            {nextCursor !== null && (
              <a className="button" rel="next" href={`${path}?cursor=${encodeURIComponent(nextCursor)}`}>
                {words.search.next}
              </a>
            )}
          </nav>
        )}
        {feed && (
          <p className="all">
            <a href={`${feed}?locale=${language}`}>{words.list.subscribe}</a>
          </p>
        )}
      </>
    ),
  };
}

/** The pages with all listings of each type. */
export const listPages = (strapi: Core.Strapi): Page[] =>
  [...listingTypes(strapi).directory.values()]
    .filter(({ page }) => page !== undefined)
    .map((type) => ({
      name: listPageName(type.type),
      paths: Object.fromEntries(
        LANGUAGES.map((language) => [language, listingsPath(type, language) ?? '']),
      ) as Record<Language, string>,
      reach: 'public',
      reads: ['cursor'],
      show: (asked) => show(asked, type),
    }));

import type { ReactNode } from 'react';
import { cityTimeZone } from '#src/city/known-city';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import type { Asked, Moved, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { searchShown } from '#src/plugins/directory/server/src/contract';
import { listParameters, pointsAddress } from '../domain/map-questions';
import { changed, knownQuery, SEARCH_READS, searchOf } from '../domain/search-link';
import { Hits } from '../lists/hit-card';
import type { Reader } from '../listing/glance';
import { Filters } from '../search/filters';
import {
  inOtherLanguages,
  NothingFound,
  Paging,
  type Results,
  ResultsForm,
  Understood,
  unlessWrong,
} from '../search/results';
import { MapElement, type PageMap } from './map-element';
import { pageMap } from './page-map';

const NAME = 'map';

function MapBody(props: Results & { readonly ground: PageMap }): ReactNode {
  const { query, path, found, reader, ground } = props;
  const { language, strapi } = reader;
  const { map: words, search, types } = CATALOGUES[language].cityPages;
  const { total, totalIsLowerBound } = found.meta.pagination;
  const { locale, relaxed } = found.meta.query as { locale: string; relaxed?: boolean };
  const shown = [...listingTypes(strapi).directory.values()].filter(({ directory }) => directory.map);
  // Points are found by the words of a search only: what is like it stands in the list.
  const hasMap = !relaxed && (total > 0 || ground.centre !== undefined || ground.background !== undefined);
  return (
    <>
      <ResultsForm {...props} />
      <div className="map-page">
        {hasMap && (
          <section className="map-part" aria-labelledby="map">
            <h2 id="map" className="visually-hidden">
              {words.title}
            </h2>
            <a className="skip inside-page" href="#results">
              {words.skip}
            </a>
            <MapElement
              {...{ ground, language }}
              title={words.title}
              {...(total > 0 ? { points: pointsAddress(query, locale) } : {})}
            />
          </section>
        )}
        <div className="map-list">
          <Filters
            {...{ query, path, language }}
            meta={found.meta}
            types={shown.map(({ type, collection }) => ({
              value: type,
              name: types[type]?.title ?? collection,
            }))}
          />
          <section aria-labelledby="results">
            <div className="found">
              <h2 id="results" tabIndex={-1}>
                {total === 0 ? words.nothing : search.found(total, totalIsLowerBound)}
              </h2>
              <p className="all">
                <a href={`${pageAddress(strapi, 'search', language)}${searchOf(changed(query, {}))}`}>
                  {words.asList}
                </a>
              </p>
            </div>
            <Understood {...props} />
            {total === 0 && query.size > 0 && <NothingFound {...props} />}
            <Hits hits={found.hits} reader={reader} isBesideMap />
            <Paging {...props} />
          </section>
        </div>
      </div>
    </>
  );
}

async function show({ strapi, language, query: given }: Asked): Promise<PageView | Moved> {
  const query = knownQuery(given);
  const path = pageAddress(strapi, NAME, language);
  const reader: Reader = { strapi, language, timeZone: await cityTimeZone(strapi) };
  const words = CATALOGUES[language].cityPages.map;
  const page = {
    title: words.title,
    ...(query.size === 0 ? { lead: words.lead, description: words.lead } : {}),
    search: searchOf(query),
    ...inOtherLanguages(query),
    unlisted: query.size > 0,
    hasMap: true,
  };
  return unlessWrong({ query, path, reader }, page, async () => {
    const ground = await pageMap(strapi);
    const found = await searchShown(strapi, listParameters(query), language, new Date());
    return {
      ...page,
      expiresAt: found.expiresAt,
      body: <MapBody {...{ query, path, reader, found, ground }} />,
    };
  });
}

/** Everything that has a point, on a map and in a list beside it. */
export const mapPage: Page = {
  name: NAME,
  paths: { de: '/karte', en: '/en/map' },
  reach: 'public',
  reads: SEARCH_READS,
  show,
};

import type { ReactNode } from 'react';
import { cityTimeZone } from '#src/city/known-city';
import { CATALOGUES } from '#src/languages/index';
import type { Asked, Moved, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { searchShown } from '#src/plugins/directory/server/src/contract';
import { changed, FACETS, knownQuery, SEARCH_READS, searchOf } from '../domain/search-link';
import { Hits } from '../lists/hit-card';
import type { Reader } from '../listing/glance';
import { typesInOrder } from '../types-in-order';
import { Filters } from './filters';
import {
  inOtherLanguages,
  isFiltered,
  NothingFound,
  Paging,
  ResultsForm,
  Understood,
  unlessWrong,
  type Query,
  type Results,
} from './results';

const NAME = 'search';

function ResultsBody(props: Results): ReactNode {
  const { query, path, found, reader } = props;
  const { language, strapi } = reader;
  const { search: words, map, types } = CATALOGUES[language].cityPages;
  const { total, totalIsLowerBound } = found.meta.pagination;
  const known = typesInOrder(strapi);
  return (
    <>
      <ResultsForm {...props} />
      <div className="columns search-results">
        {(total > 0 || isFiltered(query)) && (
          <Filters
            {...{ query, path, language }}
            meta={found.meta}
            types={known.map(({ type, collection }) => ({
              value: type,
              name: types[type]?.title ?? collection,
            }))}
          />
        )}
        <section aria-labelledby="results">
          <div className="found">
            <h2 id="results">{total === 0 ? words.nothing.title : words.found(total, totalIsLowerBound)}</h2>
            {total > 0 && (
              <p className="all">
                <a href={`${pageAddress(strapi, 'map', language)}${searchOf(changed(query, {}))}`}>
                  {map.onMap}
                </a>
              </p>
            )}
          </div>
          <Understood {...props} />
          {total === 0 && <NothingFound {...props} />}
          <Hits hits={found.hits} reader={reader} />
          <Paging {...props} />
        </section>
      </div>
    </>
  );
}

/** What of a query the directory is asked. */
function asParameters(query: Query): URLSearchParams {
  const asked = new URLSearchParams([...query]);
  asked.set('facets', FACETS.join(','));
  return asked;
}

async function show({ strapi, language, query: given }: Asked): Promise<PageView | Moved> {
  const query = knownQuery(given);
  const path = pageAddress(strapi, NAME, language);
  const reader: Reader = { strapi, language, timeZone: await cityTimeZone(strapi) };
  const words = CATALOGUES[language].cityPages.search;
  const text = query.get('q');
  const page = {
    title: text === undefined ? words.title : words.titleOf(text),
    ...(text === undefined ? { lead: words.lead, description: words.lead } : {}),
    search: searchOf(query),
    ...inOtherLanguages(query),
    unlisted: query.size > 0,
  };
  return unlessWrong({ query, path, reader }, page, async () => {
    const found = await searchShown(strapi, asParameters(query), language, new Date());
    return { ...page, expiresAt: found.expiresAt, body: <ResultsBody {...{ query, path, reader, found }} /> };
  });
}

/** Everything that one can find, with filters. */
export const searchPage: Page = {
  name: NAME,
  paths: { de: '/suche', en: '/en/search' },
  reach: 'public',
  reads: SEARCH_READS,
  show,
};

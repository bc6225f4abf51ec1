import type { ReactNode } from 'react';
import { cityTimeZone } from '#src/city/known-city';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import { Notice } from '#src/platform/pages/elements';
import type { Asked, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { Refusal } from '#src/platform/refusals/refusal';
import { searchShown, type SearchShown } from '#src/plugins/directory/server/src/contract';
import {
  changed,
  FACETS,
  knownQuery,
  SEARCH_READS,
  searchOf,
  type SearchParameter,
} from '../domain/search-link';
import { Hits } from '../lists/hit-card';
import type { Reader } from '../listing/glance';
import { problemsOf } from '../problems-of';
import { Filters } from './filters';
import { SearchForm } from './search-form';

const NAME = 'search';

type Query = ReadonlyMap<SearchParameter, string>;

interface Results {
  readonly query: Query;
  readonly path: string;
  readonly reader: Reader;
  readonly found: SearchShown;
}

const KEPT: readonly SearchParameter[] = ['type', 'category', 'district', 'service', 'postcode'];

const Form = ({ query, path, reader }: Omit<Results, 'found'>): ReactNode => (
  <SearchForm
    language={reader.language}
    action={path}
    text={query.get('q')}
    openNow={query.get('openAt') === 'now'}
    kept={[...query].filter(([name]) => KEPT.includes(name))}
  />
);

/** What was searched for, if it was not what was typed. */
function Understood({ found, reader }: Results): ReactNode {
  const words = CATALOGUES[reader.language].cityPages.search;
  const {
    corrected,
    relaxed,
    words: searched = [],
  } = found.meta.query as {
    corrected?: readonly unknown[];
    relaxed?: boolean;
    words?: readonly string[];
  };
  if (relaxed) return <Notice kind="note">{words.relaxed}</Notice>;
  return corrected ? <Notice kind="note">{words.corrected(searched.join(' '))}</Notice> : null;
}

function Paging({ query, path, found, reader }: Results): ReactNode {
  const words = CATALOGUES[reader.language].cityPages.search;
  const next = found.meta.pagination.nextCursor;
  const isFirst = !query.has('cursor');
  if (next === null && isFirst) return null;
  return (
    <nav className="paging" aria-label={words.pages}>
      {!isFirst && <a href={`${path}${searchOf(changed(query, {}))}`}>{words.first}</a>}
      {next !== null && (
        <a className="button" rel="next" href={`${path}${searchOf(changed(query, { cursor: next }))}`}>
          {words.next}
        </a>
      )}
    </nav>
  );
}

function ResultsBody(props: Results): ReactNode {
  const { query, path, found, reader } = props;
  const { language, strapi } = reader;
  const { search: words, types } = CATALOGUES[language].cityPages;
  const { total, totalIsLowerBound } = found.meta.pagination;
  const known = [...listingTypes(strapi).directory.values()];
  return (
    <>
      <Form {...props} />
      <div className="columns search-results">
        <section aria-labelledby="results">
          <h2 id="results">{total === 0 ? words.nothing.title : words.found(total, totalIsLowerBound)}</h2>
          <Understood {...props} />
          {total === 0 && <p>{words.nothing.text}</p>}
          <Hits hits={found.hits} reader={reader} />
          <Paging {...props} />
        </section>
        <Filters
          {...{ query, path, language }}
          meta={found.meta}
          types={known.map(({ type, collection }) => ({
            value: type,
            name: types[type]?.title ?? collection,
          }))}
        />
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

async function show({ strapi, language, query: given }: Asked): Promise<PageView> {
  const query = knownQuery(given);
  const path = pageAddress(strapi, NAME, language);
  const reader: Reader = { strapi, language, timeZone: await cityTimeZone(strapi) };
  const words = CATALOGUES[language].cityPages.search;
  const text = query.get('q');
  const page = {
    title: text === undefined ? words.title : words.titleOf(text),
    ...(text === undefined ? { lead: words.lead, description: words.lead } : {}),
    search: searchOf(query),
    unlisted: query.size > 0,
  };
  try {
    const found = await searchShown(strapi, asParameters(query), language, new Date());
    return { ...page, expiresAt: found.expiresAt, body: <ResultsBody {...{ query, path, reader, found }} /> };
  } catch (error) {
    // A filter that does not exist, or a page of another search: the form says so, and keeps what was typed.
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    return {
      ...page,
      status: 400,
      body: (
        <>
          <Notice kind="note">
            {problemsOf(error, language).map(({ message }, at) => (
              <p key={at}>{message}</p>
            ))}
            <p>
              <a href={text === undefined ? path : `${path}${searchOf(new Map([['q', text]]))}`}>
                {words.reset}
              </a>
            </p>
          </Notice>
          <Form {...{ query: new Map(text === undefined ? [] : [['q', text]]), path, reader }} />
        </>
      ),
    };
  }
}

/** Everything that one can find, with filters. */
export const searchPage: Page = {
  name: NAME,
  paths: { de: '/suche', en: '/en/search' },
  reach: 'public',
  reads: SEARCH_READS,
  show,
};

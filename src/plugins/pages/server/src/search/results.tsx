import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Notice } from '#src/platform/pages/elements';
import type { Moved, PageView } from '#src/platform/pages/page';
import { Refusal } from '#src/platform/refusals/refusal';
import type { SearchShown } from '#src/plugins/directory/server/src/contract';
import { changed, searchOf, type SearchParameter } from '../domain/search-link';
import type { Reader } from '../listing/glance';
import { SearchForm } from './search-form';

export type Query = ReadonlyMap<SearchParameter, string>;

/** What was searched for, on which page, by whom. */
interface Search {
  readonly query: Query;
  /** Of the page with the results. */
  readonly path: string;
  readonly reader: Reader;
}

export interface Results extends Search {
  readonly found: SearchShown;
}

const KEPT: readonly SearchParameter[] = [
  ...(['type', 'category', 'district', 'service', 'audience', 'postcode'] as const),
  ...(['near', 'radius', 'sort'] as const),
];

/** The search with what was typed, keeping the filters. */
export const ResultsForm = ({ query, path, reader }: Search): ReactNode => (
  <SearchForm
    language={reader.language}
    action={path}
    text={query.get('q')}
    openNow={query.get('openAt') === 'now'}
    kept={[...query].filter(([name]) => KEPT.includes(name))}
  />
);

/** What was searched for, if it was not what was typed. */
export function Understood({ found, reader }: Results): ReactNode {
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

/** Whether something besides words narrows it down. */
export const isFiltered = (query: Query): boolean =>
  [...query.keys()].some((name) => name !== 'q' && name !== 'cursor');

/** What to try next. */
export function NothingFound({ query, reader }: Results): ReactNode {
  const { nothing } = CATALOGUES[reader.language].cityPages.search;
  return <p>{isFiltered(query) ? nothing.filtered : nothing.text}</p>;
}

/** Further results, and back to the first. */
export function Paging({ query, path, found, reader }: Results): ReactNode {
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

const isOtherPage = ({ grounds }: Refusal): boolean => grounds.every(({ path = [] }) => path[0] === 'cursor');

/** What is wrong with the filters, in words for people: those of the API name its parameters. */
function WrongFilters({ refusal, language }: { refusal: Refusal; language: Language }): ReactNode {
  const { wrong } = CATALOGUES[language].cityPages.search;
  const words: Readonly<Record<string, string>> = wrong.filters;
  const said = refusal.grounds.map(({ path = [] }) => words[String(path[0])] ?? wrong.other);
  return (
    <>
      {[...new Set(said)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{wrong.remedy}</p>
    </>
  );
}

/**
 * A page of results; if a filter does not exist, the form says so and keeps what was typed. A page of another search, or a
 * made-up one, is the first of this search.
 * @param page what is the same in both cases
 */
export async function unlessWrong(
  { query, path, reader }: Search,
  page: Omit<PageView, 'body'>,
  results: () => Promise<PageView>,
): Promise<PageView | Moved> {
  const { language } = reader;
  const text = query.get('q');
  try {
    return await results();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    if (isOtherPage(error)) return { movedTo: `${path}${searchOf(changed(query, {}))}` };
    return {
      ...page,
      status: 400,
      body: (
        <>
          <Notice kind="note">
            <WrongFilters refusal={error} language={language} />
            <p>
              <a href={text === undefined ? path : `${path}${searchOf(new Map([['q', text]]))}`}>
                {CATALOGUES[language].cityPages.search.reset}
              </a>
            </p>
          </Notice>
          <ResultsForm {...{ query: new Map(text === undefined ? [] : [['q', text]]), path, reader }} />
        </>
      ),
    };
  }
}

/** The query of a page in the other languages: a page after the first is of one language. */
export const inOtherLanguages = (query: Query): Pick<PageView, 'searchElsewhere'> =>
  query.has('cursor') ? { searchElsewhere: searchOf(changed(query, {})) } : {};

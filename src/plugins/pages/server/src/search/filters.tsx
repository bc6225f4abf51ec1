import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { SearchShown } from '#src/plugins/directory/server/src/contract';
import { asHeading } from '../listing/words-of-facts';
import { changed, FACETS, searchOf, type SearchParameter } from '../domain/search-link';

type Query = ReadonlyMap<SearchParameter, string>;

interface FiltersProps {
  readonly query: Query;
  /** The path of the search. */
  readonly path: string;
  readonly meta: SearchShown['meta'];
  readonly language: Language;
  /** Types of listings, by name. */
  readonly types: readonly { readonly value: string; readonly name: string }[];
}

// Others are found by typing.
const MOST = 12;

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count?: number;
}

/** The choices of a group, as links; the one that is chosen leads back. */
function Group({
  name,
  choices,
  props: { query, path, language },
}: {
  name: (typeof FACETS)[number] | 'type';
  choices: readonly Choice[];
  props: FiltersProps;
}): ReactNode {
  const words = CATALOGUES[language].cityPages.search;
  const chosen = query.get(name);
  const shown = choices.filter(({ value }) => value !== chosen).slice(0, MOST);
  if (shown.length === 0 || chosen !== undefined) return null;
  return (
    <details>
      <summary>{words.groups[name]}</summary>
      <ul>
        {shown.map(({ value, name: label, count }) => (
          <li key={value}>
            <a href={`${path}${searchOf(changed(query, { [name]: value }))}`}>{asHeading(label, language)}</a>
            {count !== undefined && <span className="count"> {count.toLocaleString(language)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

// What says nothing without a place goes with it.
const without = (name: SearchParameter): Partial<Record<SearchParameter, undefined>> =>
  name === 'near' ? { near: undefined, radius: undefined, sort: undefined } : { [name]: undefined };

/** What is filtered by, each with a link that takes it away. */
function Chosen({ props }: { props: FiltersProps }): ReactNode {
  const { query, path, meta, language, types } = props;
  const words = CATALOGUES[language].cityPages.search;
  const named = (['type', ...FACETS] as const).flatMap((name) => {
    const value = query.get(name);
    if (value === undefined) return [];
    const known = name === 'type' ? types : meta.facets[name];
    const label = known?.find((one) => one.value === value)?.name ?? value;
    return [{ name, label: asHeading(label, language) }];
  });
  const chosen = [
    ...named,
    ...(query.has('postcode')
      ? [{ name: 'postcode' as const, label: `${words.postcode} ${query.get('postcode') ?? ''}` }]
      : []),
    ...(query.has('openAt') ? [{ name: 'openAt' as const, label: words.openNow }] : []),
    ...(query.has('near') ? [{ name: 'near' as const, label: words.near }] : []),
  ];
  if (chosen.length === 0) return null;
  const text = query.get('q');
  const reset = text === undefined ? path : `${path}${searchOf(new Map([['q', text]]))}`;
  return (
    <div className="chosen">
      <h3>{words.chosen}</h3>
      <ul>
        {chosen.map(({ name, label }) => (
          <li key={name}>
            <a href={`${path}${searchOf(changed(query, without(name)))}`} aria-label={words.remove(label)}>
              {label} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={reset}>{words.reset}</a>
      </p>
    </div>
  );
}

/** Filters as links: each leads to the results with it. */
export function Filters(props: FiltersProps): ReactNode {
  const { meta, language, types } = props;
  const words = CATALOGUES[language].cityPages.search;
  return (
    <nav className="filters" aria-label={words.filters}>
      <h2>{words.filters}</h2>
      <Chosen props={props} />
      <Group name="type" choices={types} props={props} />
      {FACETS.map((name) => (
        <Group key={name} name={name} choices={meta.facets[name] ?? []} props={props} />
      ))}
    </nav>
  );
}

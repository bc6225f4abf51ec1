import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';

interface SearchFormProps {
  readonly language: Language;
  /** The path of the search. */
  readonly action: string;
  readonly text?: string | undefined;
  readonly openNow?: boolean;
  /** Whether what is searched has places and hours; default: yes. A notice has neither. */
  readonly hasPlaces?: boolean;
  /** Filters that are kept. */
  readonly kept?: readonly (readonly [name: string, value: string])[];
}

/** The search, as a form that works without JavaScript. */
export function SearchForm({
  language,
  action,
  text,
  openNow = false,
  hasPlaces = true,
  kept = [],
}: SearchFormProps): ReactNode {
  const words = CATALOGUES[language].cityPages.search;
  // Who has searched knows how, and wants to see what was found.
  const hasHint = hasPlaces && text === undefined;
  const suggest = {
    from: `/api/directory/suggest?locale=${language}&q=`,
    ...words.suggestions,
  };
  return (
    <form
      role="search"
      method="get"
      action={action}
      className="search"
      data-suggest={JSON.stringify(suggest)}
      data-near-me={hasPlaces ? JSON.stringify(words.nearMe) : undefined}
    >
      <label htmlFor="q">{words.field}</label>
      {hasHint && (
        <p className="hint" id="q-hint">
          {words.hint}
        </p>
      )}
      <div className="row">
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={text}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={hasHint ? 'q-hint' : undefined}
        />
        <button type="submit" className="button">
          {words.button}
        </button>
      </div>
      {hasPlaces && (
        <div className="check">
          <input id="open-now" type="checkbox" name="openAt" value="now" defaultChecked={openNow} />
          <label htmlFor="open-now">{words.openNow}</label>
        </div>
      )}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}

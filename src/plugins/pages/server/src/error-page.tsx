import { CATALOGUES } from '#src/languages/index';
import type { Code } from '#src/languages/catalogue';
import type { Language } from '#src/languages/language';
import { NextStep, Paragraphs } from '#src/platform/pages/elements';
import type { PageView } from '#src/platform/pages/page';
import type { Refusal } from '#src/platform/refusals/refusal';
import { SearchForm } from './search/search-form';
import { problemsOf } from './problems-of';

// Their sentences are for those who write programs.
const FOR_PROGRAMS: ReadonlySet<Code> = new Set<Code>([
  ...(['no-such-address', 'not-found', 'method-not-allowed', 'too-many-requests', 'internal-error'] as const),
  ...(['took-too-long', 'content-type', 'content-encoding', 'body-unreadable'] as const),
  ...(['address-malformed', 'address-too-long', 'listing-gone', 'listing-not-found'] as const),
]);

/** What a person sees instead of a refusal: what has happened and what to do, and nothing of our insides. */
export function errorPage(
  refusal: Refusal,
  language: Language,
  { start, search }: { readonly start: string; readonly search: string },
): PageView {
  const { status, code } = refusal;
  const words = CATALOGUES[language].pages.errors;
  const known = [404, 410, 429, 500, 503] as const;
  const { title, text } = words[known.find((one) => one === status) ?? 400];
  const own = FOR_PROGRAMS.has(code) ? [] : problemsOf(refusal, language).map(({ message }) => message);
  return {
    title,
    status,
    body: (
      <>
        <Paragraphs text={own.length > 0 ? own : [text]} />
        {(status === 404 || status === 410) && <SearchForm language={language} action={search} />}
        <NextStep url={start} label={words.toStart} />
      </>
    ),
  };
}

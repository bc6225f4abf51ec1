import { formatDay } from './format-day';
import type { Language } from '#src/domain/language';
import { CATALOGUES } from '#src/languages/index';

/** What an editor has to know of a document before whether it is published. */
export type DeskState =
  | { readonly kind: 'archived' | 'suspended' | 'submitted' }
  /** Published, but not before a day (`YYYY-MM-DD`) has begun. */
  | { readonly kind: 'waiting'; readonly from: string };

/**
 * Whether the state says more than Strapi's own. "Modified" stays, also where it is archived: forms offer by it what can
 * be done with the draft.
 */
const outranks = ({ kind }: DeskState, status: string): boolean => {
  if (kind === 'suspended') return true;
  if (kind === 'submitted') return status === 'draft';
  return kind === 'archived' ? status !== 'modified' : status === 'published';
};

/**
 * The one state that forms and lists show of a document.
 * @param status Strapi's: draft, published or modified
 * @returns Strapi's, or our own in words of the language
 */
export const shownStatus = (state: DeskState | undefined, status: string, language: Language): string => {
  if (!state || !outranks(state, status)) return status;
  const text = CATALOGUES[language].desk[state.kind];
  return state.kind === 'waiting' ? text.replace('{day}', formatDay(state.from, language)) : text;
};

import { formatDay } from './format-day';
import type { SubmissionState } from './moderation-state';
import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';

/** What an editor needs to know about a document more urgently than whether it is published. */
export type DeskState =
  | { readonly kind: 'archived' | 'suspended' }
  /** A change waits for the editors. */
  | { readonly kind: 'submitted'; readonly state: SubmissionState }
  /** Published, but not before a day (`YYYY-MM-DD`) has begun. */
  | { readonly kind: 'waiting'; readonly from: string };

/**
 * Whether the state takes precedence over Strapi's own. "Modified" always stays, since forms use it to offer actions on
 * the draft.
 */
const outranks = ({ kind }: DeskState, status: string): boolean => {
  if (kind === 'suspended') return true;
  if (kind === 'submitted') return status === 'draft';
  return kind === 'archived' ? status !== 'modified' : status === 'published';
};

/**
 * The state of a document that forms and lists show.
 * @param status Strapi's status: draft, published or modified
 * @returns Strapi's status, or our own as a word in the language
 */
export const shownStatus = (state: DeskState | undefined, status: string, language: Language): string => {
  if (!state || !outranks(state, status)) return status;
  const { desk, states } = CATALOGUES[language];
  if (state.kind === 'waiting') return desk.waiting.replace('{day}', formatDay(state.from, language));
  return states[state.kind === 'submitted' ? state.state : state.kind];
};
